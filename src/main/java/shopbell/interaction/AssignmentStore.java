package shopbell.interaction;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import shopbell.model.interaction.TrackedInteraction;

/** Whose work a promise or a customer is; kept by the store. */
public interface AssignmentStore {
  /**
   * Who is to keep a promise, and to whom.
   *
   * @param owner empty when the agents of {@code queue} are to keep it
   */
  record Owing(Optional<String> owner, Optional<String> queue, UUID customer) {}

  /** NOT_FOUND when there is no such promise. */
  Future<Owing> owing(UUID promise);

  /** The contacts that are not over with any record of the person that {@code customer} is of, and those of {@code named}. */
  Future<List<TrackedInteraction>> open(UUID customer, Set<UUID> named, Instant now);
}
