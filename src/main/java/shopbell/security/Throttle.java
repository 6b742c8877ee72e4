package shopbell.security;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import shopbell.model.Rejected;

/** Slows down who guesses: after a number of failures within a window, everything is refused until it is over. */
public final class Throttle {
  private static final int MOST_REMEMBERED = 100_000;

  private record Failures(Instant since, int count) {}

  private final int most;
  private final Duration window;
  private final Map<String, Failures> failures = new HashMap<>();

  /** At most {@code most} failures of one name within {@code window}. */
  public Throttle(int most, Duration window) {
    this.most = most;
    this.window = window;
  }

  /** Throws TOO_MANY when {@code who} has failed too often. */
  public synchronized void check(String who, Instant now) {
    Failures past = failures.get(who);
    if (past != null && past.since().plus(window).isBefore(now)) {
      failures.remove(who);
    } else if (past != null && past.count() >= most) {
      throw new Rejected(
          Rejected.Reason.TOO_MANY, "Too many failed attempts: wait a minute and try again.");
    }
  }

  /** A try that counts as failed until it has {@link #succeeded}; throws TOO_MANY as {@link #check} does. */
  public synchronized void attempt(String who, Instant now) {
    check(who, now);
    failed(who, now);
  }

  /** Another failure of {@code who}. */
  public synchronized void failed(String who, Instant now) {
    if (failures.size() >= MOST_REMEMBERED) {
      failures.values().removeIf(past -> past.since().plus(window).isBefore(now));
    }
    failures.merge(
        who, new Failures(now, 1), (past, one) -> new Failures(past.since(), past.count() + 1));
  }

  /** {@code who} has succeeded, which forgives what was before. */
  public synchronized void succeeded(String who) {
    failures.remove(who);
  }
}
