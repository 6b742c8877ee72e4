package shopbell.simulate;

import java.util.BitSet;

/** One arrival, and the versions of its card that its agent has received. On one event loop. */
final class SimulatedCall {
  private final String sender;
  private final int agent;
  private final long dueNanos;
  private final boolean counts;
  private final BitSet versions = new BitSet();
  private String interaction = "";

  /** {@code sender} is the telephony system's id of it; {@code counts} is false for the warm-up. */
  SimulatedCall(String sender, int agent, long dueNanos, boolean counts) {
    this.sender = sender;
    this.agent = agent;
    this.dueNanos = dueNanos;
    this.counts = counts;
  }

  String sender() {
    return sender;
  }

  int agent() {
    return agent;
  }

  /** By {@link System#nanoTime}. */
  long dueNanos() {
    return dueNanos;
  }

  boolean counts() {
    return counts;
  }

  boolean delivered() {
    return !versions.isEmpty();
  }

  /** The server's id of it; empty before the first card. */
  String interaction() {
    return interaction;
  }

  /** False when this version was received before. */
  boolean got(int version, String id) {
    interaction = id;
    boolean fresh = !versions.get(version);
    versions.set(version);
    return fresh;
  }
}
