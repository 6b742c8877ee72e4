package shopbell.webhook;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.metrics.Meters;
import shopbell.remote.RemoteCallFailed;

/** Delivers events to one receiver: at least once, and in order per subject. Thread-safe. */
public final class DeliveryWorker {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);
  private static final int AT_ONCE = 8;
  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final Duration LEASE = TIMEOUT.multipliedBy(4);

  private final String name;
  private final Receiver receiver;
  private final DeliveryQueue deliveryQueue;
  private final Runnable changed;
  private final Meters meters;
  private final InstantSource clock;
  private final AtomicBoolean busy = new AtomicBoolean();

  /** {@code name} is the receiver's configured name. */
  public DeliveryWorker(
      String name,
      Receiver receiver,
      WebhookDispatcher.WebhookParts webhookParts,
      Meters meters,
      InstantSource clock) {
    this.name = name;
    this.receiver = receiver;
    this.deliveryQueue = webhookParts.queue();
    this.changed = webhookParts.changed();
    this.meters = meters;
    this.clock = clock;
  }

  /** To be called repeatedly: delivers what is due, and continues as long as there is more. */
  public void round() {
    if (!busy.compareAndSet(false, true)) {
      return;
    }
    Instant now = clock.instant();
    deliveryQueue
        .due(name, now, now.plus(LEASE), AT_ONCE)
        .compose(this::bring)
        .onFailure(away -> LOG.debug("nothing is delivered while the store is unavailable"))
        .onComplete(done -> {
          busy.set(false);
          if (done.succeeded() && done.result()) {
            round();
          }
        });
  }

  /** Whether there may be more at once. */
  private Future<Boolean> bring(List<QueuedDelivery> parcels) {
    if (!parcels.isEmpty()) {
      changed.run();
    }
    return Future.join(parcels.stream().map(this::bring).toList()).map(!parcels.isEmpty());
  }

  private Future<Void> bring(QueuedDelivery queuedDelivery) {
    return receiver
        .take(queuedDelivery)
        .timeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
        .transform(taken -> {
          if (taken.succeeded()) {
            meters.delivered(name, "delivered");
            return deliveryQueue.delivered(queuedDelivery.id());
          }
          return failed(queuedDelivery, word(taken.cause()));
        })
        .onSuccess(settled -> changed.run());
  }

  private Future<Void> failed(QueuedDelivery queuedDelivery, String why) {
    Instant now = clock.instant();
    int attempts = queuedDelivery.attempts() + 1;
    return Backoff.after(attempts)
        .map(pause -> {
          meters.delivered(name, "failed");
          return deliveryQueue.failed(queuedDelivery.id(), why, now.plus(pause));
        })
        .orElseGet(() -> {
          meters.delivered(name, "dead");
          LOG.warn("{} has not accepted delivery {}: {}; given up", name, queuedDelivery.id(), why);
          return deliveryQueue.dead(queuedDelivery.id(), why, now);
        });
  }

  private static String word(Throwable failure) {
    if (failure instanceof RemoteCallFailed known) {
      return known.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
    return failure instanceof TimeoutException ? "silent" : "broken";
  }
}
