package shopbell.store.cluster;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import shopbell.cluster.LeaseStore;
import shopbell.store.sql.Database;

/** The leader for scheduled work, by a lease on one row and by the database's clock; a dead node's lease expires. */
public final class PgLeaderLease implements LeaseStore {
  private static final String SCHEDULED = "scheduled";

  private static final String TAKE = """
      insert into duty (name, node, until) values ($1, $2, now() + $3::int * interval '1 millisecond')
      on conflict (name) do update set node = excluded.node, until = excluded.until
        where duty.node = excluded.node or duty.until < now()
      """;

  private final Database database;

  public PgLeaderLease(Database database) {
    this.database = database;
  }

  @Override
  public Future<Boolean> take(String node, Duration length) {
    return database
        .query(TAKE, Tuple.of(SCHEDULED, node, (int) length.toMillis()))
        .map(done -> done.rowCount() == 1);
  }

  @Override
  public Future<Void> leave(String node) {
    return database
        .query("delete from duty where name = $1 and node = $2", Tuple.of(SCHEDULED, node))
        .mapEmpty();
  }
}
