package shopbell.model.interaction;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import shopbell.model.event.InteractionEvent;

/**
 * The sender has used its id of this interaction for earlier ones: a telephone system that restarts its counter, or a
 * chat that was reopened after its end.
 *
 * @param first our id of the first of them
 * @param before our id of the one before this
 * @param earlier how many there were before this, at least 1
 * @param over when the one before ended, by the sender's clock
 * @param since when this one began, by the same clock; an earlier event belongs to an earlier interaction, unless it
 *     begins one
 */
public record IdReuse(UUID first, UUID before, int earlier, Instant over, Instant since) {
  public IdReuse {
    Objects.requireNonNull(first);
    Objects.requireNonNull(before);
    Objects.requireNonNull(over);
    Objects.requireNonNull(since);
    if (earlier < 1) {
      throw new IllegalArgumentException("an id is used again after it was used once");
    }
  }

  /**
   * Whether {@code event} happened in an earlier interaction; a beginning after its end has only overtaken another
   * event.
   */
  boolean late(InteractionEvent event) {
    return event.at().isBefore(since)
        && !(NextContact.BEGINNINGS.contains(event.step()) && event.at().isAfter(over));
  }
}
