package shopbell.interaction;

import io.vertx.core.Future;
import java.util.UUID;

/** Whom other systems have named for a caller; kept nowhere until an agent chooses one of them. */
@FunctionalInterface
public interface CandidateChoice {
  /** Keeps {@code customer} when only another system knows them so far; nothing happens for whom this house knows. */
  Future<Void> choosing(UUID interaction, UUID customer);
}
