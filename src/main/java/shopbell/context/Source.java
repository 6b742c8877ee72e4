package shopbell.context;

import io.vertx.core.Future;
import java.util.List;
import shopbell.model.Inbound;

/** A system beside us that knows something of our customers. Thread-safe. */
@FunctionalInterface
public interface Source {
  /** What it knows of one customer, in our words; fails with {@link shopbell.remote.CallFailed} and nothing else. */
  Future<List<Inbound>> about(Asked asked);
}
