package shopbell.sources;

import io.vertx.circuitbreaker.CircuitBreakerOptions;
import java.time.Duration;
import java.util.Map;
import shopbell.config.Durations;
import shopbell.config.InvalidConfiguration;

/**
 * The limits for queries to one source.
 *
 * @param budget after which a card says {@code late}; a later answer is still stored
 * @param timeout after which a query is cancelled
 * @param connections at once
 * @param perSecond queries, at most; further ones wait, never longer than the timeout
 * @param freshFor how long an answer is not queried again
 * @param pauseAfter failures without an answer between them
 * @param pauseFor how long a failing source is paused
 */
public record SourceLimits(
    Duration budget,
    Duration timeout,
    int connections,
    int perSecond,
    Duration freshFor,
    int pauseAfter,
    Duration pauseFor) {
  /** The defaults for a source without configured limits. */
  public static final SourceLimits USUAL = new SourceLimits(
      Duration.ofMillis(800),
      Duration.ofSeconds(10),
      4,
      20,
      Duration.ofSeconds(30),
      3,
      Duration.ofSeconds(15));

  private static final int MOST = 1_000;

  public SourceLimits {
    if (budget.compareTo(timeout) > 0) {
      throw new InvalidConfiguration("a source's budget is not longer than its timeout");
    }
  }

  /** From the keys below {@code where}; InvalidConfiguration names the wrong key. */
  public static SourceLimits of(String where, Map<String, String> keys) {
    Duration timeout = Durations.of(where + ".timeout", keys.get("timeout"), USUAL.timeout);
    Duration budget = Durations.of(where + ".budget", keys.get("budget"), USUAL.budget);
    if (keys.containsKey("budget") && budget.compareTo(timeout) > 0) {
      throw new InvalidConfiguration(where + ".budget is not longer than " + where + ".timeout");
    }
    return new SourceLimits(
        budget.compareTo(timeout) > 0 ? timeout : budget,
        timeout,
        count(where, keys, "connections", USUAL.connections),
        count(where, keys, "perSecond", USUAL.perSecond),
        Durations.of(where + ".freshFor", keys.get("freshFor"), USUAL.freshFor),
        count(where, keys, "pauseAfter", USUAL.pauseAfter),
        Durations.of(where + ".pauseFor", keys.get("pauseFor"), USUAL.pauseFor));
  }

  private static int count(String where, Map<String, String> keys, String key, int otherwise) {
    String value = keys.getOrDefault(key, Integer.toString(otherwise)).strip();
    if (!value.matches("[1-9]\\d{0,3}") || Integer.parseInt(value) > MOST) {
      throw new InvalidConfiguration(where + "." + key + " is a number from 1 to " + MOST);
    }
    return Integer.parseInt(value);
  }

  /**
   * The breaker that pauses a failing source. Its window is as long as {@code pauseAfter} failures can take when each
   * waits for its timeout.
   */
  CircuitBreakerOptions breaker() {
    return new CircuitBreakerOptions()
        .setMaxFailures(pauseAfter)
        .setTimeout(timeout.toMillis())
        .setResetTimeout(pauseFor.toMillis())
        .setFailuresRollingWindow(
            timeout.multipliedBy(pauseAfter + 1L).plus(pauseFor).toMillis())
        .setFallbackOnFailure(false);
  }
}
