package shopbell.ingress;

import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Limits how many events may be in progress behind the doors at once, so that in a flood new requests are refused at
 * once, and accepted ones do not queue behind it. Thread-safe.
 *
 * <p>In a queue of n, an event waits until n are finished (Little's law): the limit is the number finished in half of
 * the last second, so that no event waits much longer than that. It is never lower than {@value #ALWAYS}, because an
 * idle server finishes nothing.
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

  /** Whether a new request has to be refused for now. */
  synchronized boolean full() {
    return inside >= most();
  }

  /** Admits one more; empty when it is full. */
  synchronized Optional<Admission> enter() {
    if (full()) {
      return Optional.empty();
    }
    inside++;
    return Optional.of(new Admission());
  }

  /** A request's place in the queue, until it leaves. */
  final class Admission {
    private int events = 1;

    private Admission() {}

    /**
     * Sets the number of events in the request; an accepted request stays accepted, and later ones wait for all of it.
     * A request without events counts as one.
     */
    void holds(int said) {
      synchronized (AdmissionControl.this) {
        inside += Math.max(1, said) - events;
        events = Math.max(1, said);
      }
    }

    /** Marks all of it as done. */
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

  /** Starts another second if one has passed. */
  private void turn() {
    long passed = (nanos.getAsLong() - second) / SECOND_NANOS;
    if (passed > 0) {
      finished = passed == 1 ? finishing : 0;
      finishing = 0;
      second += passed * SECOND_NANOS;
    }
  }
}
