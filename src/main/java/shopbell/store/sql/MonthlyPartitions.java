package shopbell.store.sql;

import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import shopbell.model.event.ContactRecord;
import shopbell.model.event.Inbound;
import shopbell.model.event.TouchpointRecord;

/** Creates monthly partitions, each once per process. Thread-safe. */
public final class MonthlyPartitions {
  private final Database database;
  private final Set<String> there = ConcurrentHashMap.newKeySet();

  public MonthlyPartitions(Database database) {
    this.database = database;
  }

  /** Completes when every month that {@code events} need has its partition. */
  public Future<Void> ready(List<Inbound> events) {
    Future<Void> done = Future.succeededFuture();
    for (Inbound event : events) {
      if (event instanceof TouchpointRecord) {
        done = done.compose(before -> ready("touchpoint", event.at()));
      } else if (event instanceof ContactRecord) {
        done = done.compose(before -> ready("interaction", event.at()));
      }
    }
    return done;
  }

  /** Completes when {@code table} can take a row of each of {@code times}. */
  public Future<Void> ready(String table, Collection<Instant> times) {
    Map<YearMonth, Instant> each = new TreeMap<>();
    times.forEach(at -> each.putIfAbsent(YearMonth.from(at.atOffset(ZoneOffset.UTC)), at));
    Future<Void> done = Future.succeededFuture();
    for (Instant at : each.values()) {
      done = done.compose(before -> ready(table, at));
    }
    return done;
  }

  /** Completes when {@code table} can take a row of {@code at}; outside of any transaction, as it takes table locks. */
  public Future<Void> ready(String table, Instant at) {
    String month = table + YearMonth.from(at.atOffset(ZoneOffset.UTC));
    if (there.contains(month)) {
      return Future.succeededFuture();
    }
    return database
        .query("select ensure_month($1, $2)", Tuple.of(table, utc(at)))
        .<Void>mapEmpty()
        .onSuccess(made -> there.add(month));
  }
}
