package shopbell.cluster;

import io.vertx.core.Future;
import java.time.Duration;

/** The lease of scheduled work, of which one node at a time is the holder; kept by the store. */
public interface LeaseStore {
  /** True when {@code node} holds the lease for {@code length} from now on. */
  Future<Boolean> take(String node, Duration length);

  /** Ends the lease where {@code node} holds it. */
  Future<Void> leave(String node);
}
