package shopbell.journey;

import io.vertx.core.Future;
import java.util.List;
import shopbell.model.event.Visit;

/** Where visits are handed on; the corridor stands behind it. */
@FunctionalInterface
public interface VisitIntake {
  /**
   * Completes once all of {@code visits} are kept. Fails with {@link shopbell.model.Unavailable} when the store is
   * away, and with TOO_MANY when more wait than may.
   */
  Future<Void> take(List<Visit> visits);
}
