package shopbell.cluster;

import io.vertx.core.Future;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether this node does the scheduled work: one at a time does, and a single node always. Thread-safe. */
public final class LeaderLease {
  private static final Logger LOG = LoggerFactory.getLogger(LeaderLease.class);
  private static final Duration LEASE = Duration.ofSeconds(15);

  private final ClusterBus clusterBus;
  private final LeaseStore leases;
  private volatile boolean taken;
  private volatile long untilNanos;

  public LeaderLease(ClusterBus clusterBus, LeaseStore leases) {
    this.clusterBus = clusterBus;
    this.leases = leases;
  }

  /** Whether this node does the scheduled work now; always true without other nodes. */
  public boolean mine() {
    return clusterBus.alone() || (taken && System.nanoTime() - untilNanos < 0);
  }

  /** To be called more often than every 15 s. */
  public Future<Void> renew() {
    // measured before the query: the database's lease starts later
    long until = System.nanoTime() + LEASE.toNanos();
    return leases
        .take(clusterBus.id(), LEASE)
        .onSuccess(got -> {
          if (got && !taken) {
            LOG.info("this node does the scheduled work");
          }
          untilNanos = until;
          taken = got;
        })
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }

  /** Ends the lease, so that another node may take it at once. */
  public Future<Void> end() {
    taken = false;
    return clusterBus.alone()
        ? Future.succeededFuture()
        : leases.leave(clusterBus.id()).otherwiseEmpty();
  }
}
