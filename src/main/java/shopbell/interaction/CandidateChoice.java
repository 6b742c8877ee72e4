package shopbell.interaction;

import io.vertx.core.Future;
import java.util.UUID;

/** The candidates that other systems returned for a caller; in memory only until an agent chooses one. */
@FunctionalInterface
public interface CandidateChoice {
  /**
   * Stores {@code customer} when it is a candidate that only another system has; does nothing for a customer in the
   * local store.
   */
  Future<Void> choosing(UUID interaction, UUID customer);
}
