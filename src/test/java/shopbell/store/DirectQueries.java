package shopbell.store;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import shopbell.Waiting;
import shopbell.store.sql.Database;

/** Reads a database directly, without the application. */
public final class DirectQueries {
  private static final String TABLES = """
      select k.relname from pg_class k where k.relnamespace = current_schema()::regnamespace
        and k.relkind in ('r', 'p') and not k.relispartition order by 1
      """;

  private final Database database;

  public DirectQueries(Database database) {
    this.database = database;
  }

  /** The first column of the first row as text. */
  public String text(String sql) {
    return rows(sql).get(0).getValue(0) + "";
  }

  /** The tables that have {@code text} anywhere in a row, in any column of any type. */
  public List<String> tablesWith(String text) {
    List<String> found = new ArrayList<>();
    for (Row table : rows(TABLES)) {
      String name = table.getString(0);
      boolean has = Waiting.on(database.query(
                  "select 1 from " + name + " t where position(lower($1) in lower(t::text)) > 0",
                  Tuple.of(text)))
              .size()
          > 0;
      if (has) {
        found.add(name);
      }
    }
    return found;
  }

  private List<Row> rows(String sql) {
    List<Row> rows = new ArrayList<>();
    Waiting.on(database.query(sql, Tuple.tuple())).forEach(rows::add);
    return rows;
  }
}
