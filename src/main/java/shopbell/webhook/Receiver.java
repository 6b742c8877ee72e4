package shopbell.webhook;

import io.vertx.core.Future;

/** A system that wants to be told. Thread-safe. */
@FunctionalInterface
public interface Receiver {
  /** Completes once it has taken {@code queuedDelivery}; fails with {@link shopbell.remote.RemoteCallFailed} when it has not. */
  Future<Void> take(QueuedDelivery queuedDelivery);
}
