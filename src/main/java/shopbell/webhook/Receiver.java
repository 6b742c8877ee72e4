package shopbell.webhook;

import io.vertx.core.Future;

/** A system that receives events. Thread-safe. */
@FunctionalInterface
public interface Receiver {
  /**
   * Completes once it has accepted {@code queuedDelivery}; fails with {@link shopbell.remote.RemoteCallFailed} when it
   * has not.
   */
  Future<Void> take(QueuedDelivery queuedDelivery);
}
