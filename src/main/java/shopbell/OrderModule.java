package shopbell;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.api.admin.OrderStatusApi;
import shopbell.customer.OrderStatusSettings;
import shopbell.events.Topic;
import shopbell.scheduling.Intervals;
import shopbell.scheduling.PeriodicTask;
import shopbell.store.customer.PgOrderStatuses;

/** The meaning of orders: the configured meanings of their statuses, and customers' ranks that follow live orders. */
record OrderModule(
    PgOrderStatuses statuses,
    List<OrderStatusSettings.ConfiguredStatus> configured,
    AtomicBoolean ranking,
    Runnable changed)
    implements Module {
  private static final Logger LOG = LoggerFactory.getLogger(OrderModule.class);
  private static final Duration RANKING = Duration.ofSeconds(20);

  static OrderModule of(Foundation base) {
    return new OrderModule(
        new PgOrderStatuses(base.database()),
        base.configuration().orderStatuses(),
        new AtomicBoolean(),
        base.changed(Topic.ORDER_STATUSES));
  }

  /** Completes when the configured meanings are in the store. */
  Future<Void> open() {
    return statuses.configure(configured);
  }

  OrderStatusApi api() {
    return new OrderStatusApi(statuses);
  }

  @Override
  public List<PeriodicTask> tasks(Intervals intervals) {
    return List.of(PeriodicTask.onLeader(RANKING, this::rank));
  }

  /** Ranks customers with changed orders, also after an import; one ranking at a time. */
  private void rank() {
    if (ranking.compareAndSet(false, true)) {
      statuses
          .rank()
          .onSuccess(found -> {
            if (found) {
              changed.run();
            }
          })
          .onFailure(away -> LOG.debug("ranks are as old as the database's absence"))
          .onComplete(done -> ranking.set(false));
    }
  }
}
