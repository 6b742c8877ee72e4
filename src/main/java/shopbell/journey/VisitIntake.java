package shopbell.journey;

import io.vertx.core.Future;
import java.util.List;
import shopbell.model.event.Visit;

/** Takes the visits that doors have parsed. */
@FunctionalInterface
public interface VisitIntake {
  /**
   * Completes once all of {@code visits} are stored. Fails with {@link shopbell.model.Unavailable} when the store is
   * unavailable, and with TOO_MANY when too many wait.
   */
  Future<Void> take(List<Visit> visits);
}
