package shopbell.security;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import shopbell.model.Rejected;

/**
 * Limits failed attempts per key: some are free, then the wait doubles with each failure up to a bound.
 *
 * <p>A key without a failure for {@link #FORGOTTEN} starts over. The oldest keys are dropped when there are too many,
 * so that memory stays bounded whatever an attacker sends.
 */
public final class AttemptLimit {
  /** After this time without a failure a key counts as new. */
  static final Duration FORGOTTEN = Duration.ofMinutes(15);

  private static final int MOST_KEYS = 100_000;
  private static final int MOST_DOUBLINGS = 20;

  private record Failures(int count, Instant last) {}

  private final int free;
  private final Duration first;
  private final Duration longest;
  private final Map<String, Failures> failures = new LinkedHashMap<>();

  /** {@code free} failures pass without a wait; then the wait is {@code first}, doubled by each failure up to {@code longest}. */
  public AttemptLimit(int free, Duration first, Duration longest) {
    this.free = free;
    this.first = first;
    this.longest = longest;
  }

  /** Counts an attempt as failed until {@link #succeeded}; throws TOO_MANY with the wait, uncounted, while one is due. */
  public synchronized void attempt(String key, Instant now) {
    Failures past = current(key, now);
    if (past.count() >= free) {
      Duration left = Duration.between(now, past.last().plus(delay(past.count())));
      if (left.compareTo(Duration.ZERO) > 0) {
        throw Rejected.later(left, "Too many failed attempts.");
      }
    }
    failed(key, now);
  }

  /** Counts a failure of {@code key} reported by another node. */
  public synchronized void failed(String key, Instant now) {
    int count = current(key, now).count() + 1;
    // removed first, so that the map's order is the order of the last failure
    failures.remove(key);
    if (failures.size() >= MOST_KEYS) {
      failures.remove(failures.keySet().iterator().next());
    }
    failures.put(key, new Failures(count, now));
  }

  /** Forgets the failures of {@code key}. */
  public synchronized void succeeded(String key) {
    failures.remove(key);
  }

  /** Takes back one counted attempt of {@code key}, for a key that many people share. */
  public synchronized void forgiven(String key) {
    failures.computeIfPresent(
        key,
        (same, past) -> past.count() <= 1 ? null : new Failures(past.count() - 1, past.last()));
  }

  private Failures current(String key, Instant now) {
    Failures past = failures.get(key);
    return past == null || past.last().plus(FORGOTTEN).isBefore(now) ? new Failures(0, now) : past;
  }

  private Duration delay(int count) {
    Duration delay = first.multipliedBy(1L << Math.min(count - free, MOST_DOUBLINGS));
    return delay.compareTo(longest) < 0 ? delay : longest;
  }
}
