package shopbell.delivery;

import io.vertx.core.Future;

/** A system that wants to be told. Thread-safe. */
@FunctionalInterface
public interface Receiver {
  /** Completes once it has taken {@code parcel}; fails with {@link shopbell.remote.CallFailed} when it has not. */
  Future<Void> take(Parcel parcel);
}
