package shopbell.sources;

import java.time.Duration;
import java.time.Instant;

/** A token bucket of one second: says how long a question has to wait for its turn. Thread-safe. */
final class RateLimiter {
  private final Duration between;
  private final Duration burst;
  private Instant next = Instant.EPOCH;

  RateLimiter(int perSecond) {
    between = Duration.ofSeconds(1).dividedBy(perSecond);
    burst = Duration.ofSeconds(1).minus(between);
  }

  /** Takes a turn; zero when it may go at once. */
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
