package shopbell.security;

import java.time.Instant;
import shopbell.model.Agent;

/**
 * A signed-in user at one browser.
 *
 * @param hash of the token in the cookie; the token itself is stored nowhere
 * @param seenAt the last request, or the last time a screen was open; up to a minute late where another node saw it
 * @param confirmedAt when the password was last entered
 * @param secondFactor whether the user has an active one
 */
public record Session(
    String hash,
    Agent agent,
    Instant openedAt,
    Instant seenAt,
    Instant confirmedAt,
    boolean secondFactor) {
  /** A session that begins now, with the password just entered. */
  public static Session begun(String hash, Agent agent, Instant now, boolean secondFactor) {
    return new Session(hash, agent, now, now, now, secondFactor);
  }

  /** A copy used at {@code now}, unless it was used later already. */
  Session seen(Instant now) {
    return now.isAfter(seenAt)
        ? new Session(hash, agent, openedAt, now, confirmedAt, secondFactor)
        : this;
  }
}
