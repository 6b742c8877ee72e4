package shopbell.store.cluster;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import shopbell.store.sql.Database;

/** Who does the scheduled work, by a lease on one row and by the database's clock; a node that has died loses it by itself. */
public final class PgLeaderLease {
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

  /** True when it is {@code node}'s for {@code lease} from now; false while it is another's. */
  public Future<Boolean> take(String node, Duration lease) {
    return database
        .query(TAKE, Tuple.of(SCHEDULED, node, (int) lease.toMillis()))
        .map(done -> done.rowCount() == 1);
  }

  /** Another may take it at once; passes when it was another's. */
  public Future<Void> leave(String node) {
    return database
        .query("delete from duty where name = $1 and node = $2", Tuple.of(SCHEDULED, node))
        .mapEmpty();
  }
}
