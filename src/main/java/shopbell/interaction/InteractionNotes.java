package shopbell.interaction;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import shopbell.model.Handle;
import shopbell.model.interaction.TrackedInteraction;

/**
 * Stores what an agent enters about an interaction; every call fails with NOT_FOUND when there is no such interaction.
 */
public interface InteractionNotes {
  /** The interaction, the agent who writes, and the time. */
  record Pen(UUID interaction, String agent, Instant now) {}

  /**
   * A promise: its text, its due time, and its assignment to {@code owner} or to the agents of {@code queue}; with
   * neither, to the agent who makes it.
   *
   * @param shown the customer on the agent's card, used as long as the interaction has no customer stored
   */
  record Word(
      String text,
      Instant due,
      Optional<String> owner,
      Optional<String> queue,
      Optional<UUID> shown) {}

  /** Disposition, reason and note of a wrap-up; a note replaces the one before when present. */
  record Ending(Optional<String> disposition, Optional<String> reason, Optional<String> note) {}

  /** The current state of the interaction. */
  Future<TrackedInteraction> read(UUID interaction, Instant now);

  /**
   * The customer whom an agent chose.
   *
   * @param candidate the customer's record, if only another system has it so far
   * @param handles learned for the customer; they replace what an earlier choice for this interaction taught
   */
  record Choice(
      UUID customer, Optional<CallerCandidates.Candidate> candidate, List<Handle> handles) {
    public Choice {
      handles = List.copyOf(handles);
    }
  }

  /** The interaction after a choice, and the customers with outdated cards. */
  record Chosen(TrackedInteraction course, Set<UUID> customers) {
    public Chosen {
      customers = Set.copyOf(customers);
    }
  }

  /**
   * Stores the candidate, the handles and the customer of the interaction in one transaction: all, or nothing. SENSELESS
   * when there is no such customer.
   */
  Future<Chosen> choose(Pen pen, Choice choice);

  /** Replaces the interaction's note: it is saved as it is typed. */
  Future<Void> note(Pen pen, String text);

  /**
   * Returns the new promise's id; the promise belongs to the interaction's customer, SENSELESS when neither the store
   * nor the card names one.
   */
  Future<UUID> promise(Pen pen, Word word);

  /** Marks a promise as kept; returns the customer it was made to. */
  Future<UUID> kept(UUID promise, Instant now);

  /**
   * Stores {@code ending} and closes the interaction in one transaction: both, or nothing. Its reason predictions are
   * compared with the reason the agent chose.
   */
  Future<TrackedInteraction> wrapUp(Pen pen, Ending ending);

  /** An interaction that is open again, with its former ending, for the agent who continues it. */
  record Reopened(TrackedInteraction course, Ending ending) {}

  /**
   * Reopens an interaction that was finished too soon; CONFLICT when no agent has finished it, or longer than five
   * minutes ago.
   */
  Future<Reopened> reopen(Pen pen);
}
