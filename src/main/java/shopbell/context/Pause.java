package shopbell.context;

import java.time.Duration;
import java.time.Instant;

/**
 * A circuit breaker (Nygard, "Release It!"): after some failures in a row nobody is asked for a while, then one is, and its
 * answer decides. Thread-safe.
 */
final class Pause {
  private final int after;
  private final Duration length;
  private int failures;
  private Instant until = Instant.EPOCH;

  Pause(int after, Duration length) {
    this.after = after;
    this.length = length;
  }

  /** Whether to leave the source alone; the first who asks after a pause goes ahead, the others wait for what becomes of it. */
  synchronized boolean on(Instant now) {
    if (failures < after) {
      return false;
    }
    if (now.isBefore(until)) {
      return true;
    }
    until = now.plus(length);
    return false;
  }

  synchronized void succeeded() {
    failures = 0;
  }

  synchronized void failed(Instant now) {
    failures++;
    until = now.plus(length);
  }
}
