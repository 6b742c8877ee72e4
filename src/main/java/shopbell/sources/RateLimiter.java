package shopbell.sources;

import java.time.Duration;
import java.time.Instant;

/** A token bucket of one second: computes how long a query has to wait. Thread-safe. */
final class RateLimiter {
  private final Duration between;
  private final Duration burst;
  private Instant next = Instant.EPOCH;

  RateLimiter(int perSecond) {
    between = Duration.ofSeconds(1).dividedBy(perSecond);
    burst = Duration.ofSeconds(1).minus(between);
  }

  /** Takes a token; zero when the query may be sent at once. */
  synchronized Duration turn(Instant now) {
    Instant earliest = now.minus(burst);
    if (next.isBefore(earliest)) {
      next = earliest;
    }
    Duration wait = Duration.between(now, next);
    next = next.plus(between);
    return wait.isNegative() ? Duration.ZERO : wait;
  }
}
