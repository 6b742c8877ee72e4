package shopbell.cluster;

import io.vertx.core.Future;
import java.time.Duration;

/** Stores the lease of scheduled work, which one node at a time holds. */
public interface LeaseStore {
  /** True when {@code node} now holds the lease for {@code length}. */
  Future<Boolean> take(String node, Duration length);

  /** Ends the lease where {@code node} holds it. */
  Future<Void> leave(String node);
}
