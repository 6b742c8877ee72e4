package shopbell.ingress;

import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How many events may be under way behind the doors at once, so that a flood hears at once that it is to come again,
 * and what was taken is not behind it. Thread-safe.
 *
 * <p>What stands in a line of n waits as long as n take to be finished (Little's law): the line is as long as what was
 * finished in half of the last second, so that nobody waits much longer than that. It is never shorter than {@value
 * #ALWAYS}, for who has nothing to do finishes nothing.
 */
final class AdmissionControl {
  static final int ALWAYS = 64;
  private static final long SECOND_NANOS = 1_000_000_000L;

  private final LongSupplier nanos;
  private long second;
  private int finishing;
  private int finished;
  private int inside;

  /** {@code nanos} never goes back. */
  AdmissionControl(LongSupplier nanos) {
    this.nanos = nanos;
    this.second = nanos.getAsLong();
  }

  /** Whether who comes now is to come again later. */
  synchronized boolean full() {
    return inside >= most();
  }

  /** One more is under way; empty when it is full. */
  synchronized Optional<Place> enter() {
    if (full()) {
      return Optional.empty();
    }
    inside++;
    return Optional.of(new Place());
  }

  /** Where a request stands in the line, until it leaves. */
  final class Place {
    private int events = 1;

    private Place() {}

    /** It says so much; who was let in stays, and others wait for all of it. One that says nothing takes its place too. */
    void holds(int said) {
      synchronized (AdmissionControl.this) {
        inside += Math.max(1, said) - events;
        events = Math.max(1, said);
      }
    }

    /** All of it is done. */
    void leave() {
      synchronized (AdmissionControl.this) {
        turn();
        inside -= events;
        finishing += events;
      }
    }
  }

  synchronized int inside() {
    return inside;
  }

  private int most() {
    turn();
    return Math.max(ALWAYS, finished / 2);
  }

  /** Another second has begun. */
  private void turn() {
    long passed = (nanos.getAsLong() - second) / SECOND_NANOS;
    if (passed > 0) {
      finished = passed == 1 ? finishing : 0;
      finishing = 0;
      second += passed * SECOND_NANOS;
    }
  }
}
