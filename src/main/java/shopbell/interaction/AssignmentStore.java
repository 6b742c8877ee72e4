package shopbell.interaction;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import shopbell.model.interaction.TrackedInteraction;

/** Assigns promises and customers to an owner or a queue. */
public interface AssignmentStore {
  /**
   * A promise's assignment and its customer.
   *
   * @param owner empty when the agents of {@code queue} are to keep it
   */
  record Owing(Optional<String> owner, Optional<String> queue, UUID customer) {}

  /** NOT_FOUND when there is no such promise. */
  Future<Owing> owing(UUID promise);

  /** The open interactions with any record of the person of {@code customer}, and those of {@code named}. */
  Future<List<TrackedInteraction>> open(UUID customer, Set<UUID> named, Instant now);
}
