package shopbell.store.records;

import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import shopbell.model.customer.Promise;
import shopbell.model.event.Inbound;
import shopbell.store.sql.Database;
import shopbell.store.sql.MonthlyPartitions;

/**
 * Loads many records at once, bypassing the doors: from files and for the demo. Loading the same again changes nothing.
 */
public final class PgLoader {
  private static final String PROMISE = """
      insert into promise (id, customer, agent, text, due, made_at, kept_at)
      values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (id) do update set kept_at = excluded.kept_at
      """;

  private final Database database;
  private final MonthlyPartitions monthlyPartitions;
  private final PgRecords records = new PgRecords();

  public PgLoader(Database database) {
    this.database = database;
    this.monthlyPartitions = new MonthlyPartitions(database);
  }

  /** Stores all of {@code events} in one transaction, or none; batches of some hundreds are fastest. */
  public Future<Set<UUID>> load(String source, List<Inbound> events) {
    return monthlyPartitions
        .ready(events)
        .compose(
            ready -> database.transaction(connection -> records.load(connection, source, events)));
  }

  /** Stores past promises, by the id of the customer they were made to. */
  public Future<Void> promises(Map<UUID, List<Promise>> promises) {
    List<Tuple> rows = new ArrayList<>();
    promises.forEach((customer, made) -> made.forEach(promise -> rows.add(row(customer, promise))));
    return rows.isEmpty()
        ? Future.succeededFuture()
        : database.transaction(
            connection -> connection.preparedQuery(PROMISE).executeBatch(rows).mapEmpty());
  }

  private static Tuple row(UUID customer, Promise promise) {
    return Tuple.of(promise.id(), customer, promise.agent().orElse(null), promise.text())
        .addOffsetDateTime(utc(promise.due()))
        .addOffsetDateTime(utc(promise.madeAt()))
        .addOffsetDateTime(utc(promise.keptAt()));
  }

  /**
   * Recomputes the value from which a customer counts as one of the best; to be called after large loads, and now and
   * then.
   */
  public Future<Void> rank() {
    return database.query("select refresh_ranks()", Tuple.tuple()).mapEmpty();
  }

  /** Whether the task {@code name} was finished; see {@link #mark}. */
  public Future<Boolean> done(String name) {
    return database
        .query("select 1 from marker where name = $1", Tuple.of(name))
        .map(rows -> rows.size() > 0);
  }

  /** Stores that the task {@code name} is finished. */
  public Future<Void> mark(String name) {
    return database
        .query(
            "insert into marker (name, at) values ($1, now()) on conflict (name) do update set at = now()",
            Tuple.of(name))
        .mapEmpty();
  }
}
