package shopbell.store.webhook;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shopbell.model.Page;
import shopbell.model.Rejected;
import shopbell.store.sql.Columns;
import shopbell.store.sql.Database;
import shopbell.webhook.DeadLetters;

/** The outgoing deliveries as an administrator sees them; the cursor is the id of the last one. */
public final class PgDeadLetters implements DeadLetters {
  private static final int PAGE = 50;
  private static final String RECEIVERS = """
      select h.name, h.events, count(o.id) filter (where o.dead_at is null) as waiting,
        min(o.at) filter (where o.dead_at is null) as oldest, count(o.id) filter (where o.dead_at is not null) as dead
      from hook h left join outgoing o on o.hook = h.name group by h.name order by h.name
      """;
  private static final String DEAD = """
      select id, hook, event, at, attempts, failure from outgoing
      where dead_at is not null and id < $1 order by id desc limit 51
      """;
  private static final String AGAIN = """
      update outgoing set dead_at = null, attempts = 0, next_at = '-infinity' where id = $1 and dead_at is not null
      """;

  private final Database database;

  public PgDeadLetters(Database database) {
    this.database = database;
  }

  @Override
  public Future<List<Receiving>> receivers() {
    return database
        .query(RECEIVERS, Tuple.tuple())
        .map(rows -> rows.stream()
            .map(row -> new Receiving(
                row.getString("name"),
                List.of(row.getArrayOfStrings("events")),
                row.getLong("waiting"),
                Columns.instant(row, "oldest"),
                row.getLong("dead")))
            .toList());
  }

  @Override
  public Future<Page<Letter>> dead(Optional<String> before) {
    long cursor = before.map(text -> id(text, "/before")).orElse(Long.MAX_VALUE);
    return database.query(DEAD, Tuple.of(cursor)).map(rows -> {
      List<Letter> letters = new ArrayList<>();
      rows.forEach(row -> letters.add(letter(row)));
      return letters.size() <= PAGE
          ? new Page<>(letters, Optional.empty())
          : new Page<>(
              letters.subList(0, PAGE), Optional.of(letters.get(PAGE - 1).id()));
    });
  }

  private static Letter letter(Row row) {
    return new Letter(
        Long.toString(row.getLong("id")),
        row.getString("hook"),
        row.getString("event"),
        row.getOffsetDateTime("at").toInstant(),
        row.getInteger("attempts"),
        row.getString("failure"));
  }

  @Override
  public Future<Boolean> again(String id) {
    return database.query(AGAIN, Tuple.of(id(id, "/id"))).map(done -> done.rowCount() > 0);
  }

  private static long id(String text, String pointer) {
    if (!text.matches("\\d{1,18}")) {
      throw Rejected.field(pointer, "is the id of a delivery");
    }
    return Long.parseLong(text);
  }
}
