package shopbell.simulate;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * The simulated calls and the cards received for each: the expected result to compare the server with. On one event
 * loop.
 */
final class ArrivalTally {
  private static final long LATE_MICROS = Duration.ofSeconds(1).toNanos() / 1_000;
  private static final int DIGITS = 3;

  private final LoadProfile loadProfile;
  private final Histogram latencies = new Histogram(DIGITS);
  private final Histogram behind = new Histogram(DIGITS);
  private final Map<String, SimulatedCall> calls = new HashMap<>();
  private final Map<Integer, Long> refusals = new TreeMap<>();
  private long sent;
  private long delivered;
  private long duplicated;
  private long misdelivered;
  private long late;

  ArrivalTally(LoadProfile loadProfile) {
    this.loadProfile = loadProfile;
  }

  /** The next arrival, which is sent at {@code nowNanos}. */
  void rings(SimulatedCall simulatedCall, long nowNanos) {
    calls.put(simulatedCall.sender(), simulatedCall);
    if (simulatedCall.counts()) {
      sent++;
      behind.recordValue(Math.max(0, nowNanos - simulatedCall.dueNanos()) / 1_000);
    }
  }

  /** A card was received by {@code agent}; cards of other senders' interactions are ignored. */
  void card(int agent, FrameHead card, long nowNanos) {
    SimulatedCall simulatedCall = calls.get(card.sender());
    if (simulatedCall == null) {
      return;
    }
    if (simulatedCall.agent() != agent) {
      misdelivered++;
      return;
    }
    boolean first = !simulatedCall.delivered();
    if (!simulatedCall.got(card.version(), card.interaction())) {
      duplicated++;
    } else if (first && simulatedCall.counts()) {
      delivered++;
      long micros = Math.max(0, nowNanos - simulatedCall.dueNanos()) / 1_000;
      latencies.recordValue(micros);
      late += micros > LATE_MICROS ? 1 : 0;
    }
  }

  /** {@code status} is 0 when there was no response. */
  void refused(int status) {
    refusals.merge(status, 1L, Long::sum);
  }

  /** How often each status occurred that is no 2xx. */
  Map<Integer, Long> refusals() {
    return Map.copyOf(refusals);
  }

  /** Counted arrivals without a card yet. */
  long outstanding() {
    return sent - delivered;
  }

  /** The result so far. */
  SimulationResult result() {
    return new SimulationResult(
        sent,
        delivered,
        outstanding(),
        duplicated,
        misdelivered,
        late,
        refusals.values().stream().mapToLong(Long::longValue).sum(),
        millis(50),
        millis(90),
        millis(99),
        millis(99.9),
        latencies.getMaxValue() / 1_000.0,
        behind.getMaxValue() / 1_000.0,
        loadProfile.agents(),
        loadProfile.rate(),
        loadProfile.length().toSeconds(),
        loadProfile.warmUp().toSeconds());
  }

  private double millis(double percentile) {
    return latencies.getValueAtPercentile(percentile) / 1_000.0;
  }
}
