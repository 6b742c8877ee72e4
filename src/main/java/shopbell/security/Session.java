package shopbell.security;

import java.time.Instant;
import shopbell.model.Agent;

/**
 * Somebody who is signed in at one browser.
 *
 * @param hash of the token in the cookie, which itself is kept nowhere
 * @param seenAt the last request, or the last time a screen was open; up to a minute late where another node saw it
 * @param confirmedAt when the password was last given
 * @param secondFactor whether the person has one that counts
 */
public record Session(
    String hash,
    Agent agent,
    Instant openedAt,
    Instant seenAt,
    Instant confirmedAt,
    boolean secondFactor) {
  /** One that begins now, with the password just given. */
  public static Session begun(String hash, Agent agent, Instant now, boolean secondFactor) {
    return new Session(hash, agent, now, now, now, secondFactor);
  }

  /** The same, used at {@code now} unless it has been later already. */
  Session seen(Instant now) {
    return now.isAfter(seenAt)
        ? new Session(hash, agent, openedAt, now, confirmedAt, secondFactor)
        : this;
  }
}
