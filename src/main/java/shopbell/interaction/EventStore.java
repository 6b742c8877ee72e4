package shopbell.interaction;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import shopbell.model.event.Inbound;
import shopbell.model.interaction.TrackedInteraction;

/** Stores incoming events; a stored event survives a crash. */
public interface EventStore {
  /**
   * Stores {@code event} and its effects in one transaction; a repeated event (same door, same key) changes nothing.
   * Fails with {@link shopbell.model.Unavailable} when the store is unavailable.
   */
  Future<SavedEvent> keep(String door, Inbound event, Instant now);

  /**
   * Another node has stored {@code tracked}: the next event of it is folded into it without reading it from
   * the database.
   */
  void heard(TrackedInteraction tracked);

  /** Every interaction that is not closed and arrived within 14 days, oldest first: loaded when a desk restarts. */
  Future<List<TrackedInteraction>> open(Instant now);

  /** The revision of every interaction that {@link #open} would return: finds changes made by other nodes. */
  Future<Map<UUID, Integer>> revisions(Instant now);

  /** The current state of these interactions, if they arrived within 14 days. */
  Future<List<TrackedInteraction>> courses(Collection<UUID> interactions, Instant now);

  /** An interaction after a change no door sent, such as an agent's; NOT_FOUND when it is older than 14 days. */
  Future<TrackedInteraction> change(
      UUID interaction, UnaryOperator<TrackedInteraction> change, Instant now);

  /** Records the customer an interaction was found to come from; an agent's choice is never overwritten. */
  Future<Void> belongs(UUID interaction, UUID customer, Instant now);

  /** Those of {@code interactions}, arrived within 14 days, that have no customer recorded yet. */
  Future<Set<UUID>> unlinked(Collection<UUID> interactions, Instant now);

  /** Deletes the keys of some thousand events received before {@code before}; true when there may be more of them. */
  Future<Boolean> prune(Instant before);

  /**
   * The result of storing an event.
   *
   * @param fresh false when the same event was stored before
   * @param course the interaction it belongs to, in its new state
   * @param customers the customers with outdated cards
   */
  record SavedEvent(boolean fresh, Optional<TrackedInteraction> course, Set<UUID> customers) {
    public SavedEvent {
      customers = Set.copyOf(customers);
    }
  }
}
