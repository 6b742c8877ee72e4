package shopbell.context;

import java.time.Duration;
import shopbell.config.BadSettings;

/**
 * How much is asked of one source.
 *
 * @param budget after which a card says {@code late}; the answer still lands when it comes
 * @param timeout after which nobody waits any more
 * @param connections at once
 * @param perSecond questions, at most; those over it wait for the next second, never longer than the budget
 * @param freshFor how long an answer is not asked for again
 * @param pauseAfter failures in a row
 * @param pauseFor how long a source in trouble is left alone
 */
public record Patience(
    Duration budget,
    Duration timeout,
    int connections,
    int perSecond,
    Duration freshFor,
    int pauseAfter,
    Duration pauseFor) {
  /** What a source gets whose operator says nothing. */
  public static final Patience USUAL = new Patience(
      Duration.ofMillis(800),
      Duration.ofSeconds(10),
      4,
      20,
      Duration.ofSeconds(30),
      3,
      Duration.ofSeconds(15));

  public Patience {
    if (budget.compareTo(timeout) > 0) {
      throw new BadSettings("a source's budget is not longer than its timeout");
    }
    if (connections < 1 || perSecond < 1 || pauseAfter < 1) {
      throw new BadSettings("a source's connections, perSecond and pauseAfter are at least 1");
    }
  }
}
