package shopbell.interaction;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.interaction.TrackedInteraction;

/** What an agent says about an interaction; every call fails with NOT_FOUND when there is no such one. */
public interface InteractionNotes {
  /** Who says it, about what, and when. */
  record Pen(UUID interaction, String agent, Instant now) {}

  /**
   * What was promised, until when, and who is to keep it: {@code owner}, or the agents of {@code queue}; with neither it is
   * the one who says it.
   *
   * @param shown whom the agent's card names, which counts as long as nothing is written of whose the interaction is
   */
  record Word(
      String text,
      Instant due,
      Optional<String> owner,
      Optional<String> queue,
      Optional<UUID> shown) {}

  /** How it ended, what it was about, and the last word; a note replaces the one before when present. */
  record Ending(Optional<String> disposition, Optional<String> reason, Optional<String> note) {}

  /** The interaction as it stands. */
  Future<TrackedInteraction> read(UUID interaction, Instant now);

  /** This is who it is; the interaction belongs to {@code customer} from now on. Learning its handles is identity's. */
  Future<TrackedInteraction> choose(Pen pen, UUID customer);

  /** Replaces the interaction's note: it is saved as it is typed. */
  Future<Void> note(Pen pen, String text);

  /** The new promise's id; it belongs to the interaction's customer, SENSELESS when neither the store nor the card knows who that is. */
  Future<UUID> promise(Pen pen, Word word);

  /** A promise was kept; the customer it was made to. */
  Future<UUID> kept(UUID promise, Instant now);

  /** The contact is done and closed; what was guessed when it arrived hears what it was about. */
  Future<TrackedInteraction> wrapUp(Pen pen, Ending ending);

  /** A contact that is open again, and how it had been finished, for whoever goes on with it. */
  record Reopened(TrackedInteraction course, Ending ending) {}

  /** The contact was finished too soon; CONFLICT when no agent has finished it, or longer than five minutes ago. */
  Future<Reopened> reopen(Pen pen);
}
