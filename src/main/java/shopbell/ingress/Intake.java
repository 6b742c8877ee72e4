package shopbell.ingress;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import shopbell.model.Inbound;

/** Where doors hand on what they have read; the corridor stands behind it. */
@FunctionalInterface
public interface Intake {
  /** {@code shown} completes when all is on the desk that concerns it, and fails never. */
  record Kept(Future<Void> shown) {}

  /** Completes once all of {@code events} are kept; fails with {@link shopbell.model.Unavailable} when they are not. */
  Future<Kept> take(String door, List<Inbound> events, Instant receivedAt);
}
