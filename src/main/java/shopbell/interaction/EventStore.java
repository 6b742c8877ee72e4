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

/** Keeps what comes in; a kept event survives anything. */
public interface EventStore {
  /**
   * Keeps {@code event} and what follows from it, in one transaction; a repeated event (same door, same key) changes
   * nothing. Fails with {@link shopbell.model.Unavailable} when the store is away.
   */
  Future<Kept> keep(String door, Inbound event, Instant now);

  /** Another node has kept {@code trackedInteraction}: the next event of it is folded into it without asking how it stands. */
  void heard(TrackedInteraction trackedInteraction);

  /** Every interaction that is not closed and arrived within 14 days, oldest first: a restarted desk begins with it. */
  Future<List<TrackedInteraction>> open(Instant now);

  /** Every interaction that {@link #open} would give, and its revision only: what others have kept is found by it. */
  Future<Map<UUID, Integer>> revisions(Instant now);

  /** These interactions as they stand, those that arrived within 14 days. */
  Future<List<TrackedInteraction>> courses(Collection<UUID> interactions, Instant now);

  /** An interaction after a change no door sent, such as an agent's; NOT_FOUND when it is older than 14 days. */
  Future<TrackedInteraction> change(
      UUID interaction, UnaryOperator<TrackedInteraction> change, Instant now);

  /** Remembers whom an interaction was found to come from; an agent's choice is never overwritten. */
  Future<Void> belongs(UUID interaction, UUID customer, Instant now);

  /** Those of {@code interactions}, arrived within 14 days, of which nobody has remembered yet whom they come from. */
  Future<Set<UUID>> unlinked(Collection<UUID> interactions, Instant now);

  /** Forgets the keys of some thousand events that came before {@code before}; true when there may be more of them. */
  Future<Boolean> prune(Instant before);

  /**
   * What keeping an event has done.
   *
   * @param fresh false when the same event was kept before
   * @param course the interaction it belongs to, as it now stands
   * @param customers whose cards are out of date now
   */
  record Kept(boolean fresh, Optional<TrackedInteraction> course, Set<UUID> customers) {
    public Kept {
      customers = Set.copyOf(customers);
    }
  }
}
