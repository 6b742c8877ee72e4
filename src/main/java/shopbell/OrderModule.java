package shopbell;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.config.OrderStatusSettings;
import shopbell.config.Settings;
import shopbell.store.customer.PgOrderStatuses;
import shopbell.store.sql.Database;

/** What orders count as: the operator's words for their statuses hold from the start, and ranks follow live orders. */
record OrderModule(PgOrderStatuses statuses, Settings settings) {
  private static final Logger LOG = LoggerFactory.getLogger(OrderModule.class);
  private static final Duration EVERY = Duration.ofSeconds(20);

  /** BadSettings for a state that is none. */
  static OrderModule of(Settings settings, Database database) {
    OrderStatusSettings.of(settings);
    return new OrderModule(new PgOrderStatuses(database), settings);
  }

  /** Ranks are made anew where orders have changed, while it is {@code mine} to do; never twice at once. */
  Future<Void> begin(Vertx vertx, BooleanSupplier mine) {
    AtomicBoolean busy = new AtomicBoolean();
    vertx.setPeriodic(EVERY.toMillis(), tick -> {
      if (mine.getAsBoolean() && busy.compareAndSet(false, true)) {
        statuses
            .rank()
            .onFailure(away -> LOG.debug("ranks are as old as the database's absence"))
            .onComplete(done -> busy.set(false));
      }
    });
    return statuses.configure(OrderStatusSettings.of(settings));
  }
}
