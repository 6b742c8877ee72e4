package shopbell.model.customer;

import java.time.Instant;
import java.util.Objects;

/**
 * A hint for the talk that an agent has noted.
 *
 * @param text 1 to 80 characters
 * @param source the agent who noted it
 * @param consent whether the customer has agreed that it is noted
 * @param until when it expires; an expired one is not shown
 */
public record Cue(
    CueKind kind, String text, String source, boolean consent, Instant until, Instant at) {
  public Cue {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(until);
    Objects.requireNonNull(at);
  }
}
