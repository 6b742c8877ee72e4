package shopbell.store;

import static shopbell.store.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The monthly partitions that are known to exist; each is asked for once by a process. Thread-safe. */
final class Months {
  private final Database database;
  private final Set<String> there = ConcurrentHashMap.newKeySet();

  Months(Database database) {
    this.database = database;
  }

  /** Completes when {@code table} can take a row of {@code at}; outside of any transaction, as it takes table locks. */
  Future<Void> ready(String table, Instant at) {
    String month = table + YearMonth.from(at.atOffset(ZoneOffset.UTC));
    if (there.contains(month)) {
      return Future.succeededFuture();
    }
    return database
        .query("select ensure_month($1, $2)", Tuple.of(table, utc(at)))
        .onSuccess(made -> there.add(month))
        .mapEmpty();
  }
}
