package shopbell.simulate;

import shopbell.json.Json;

/**
 * What came of a run; latencies are milliseconds from the instant an arrival was due to its first card at its agent.
 *
 * @param sent arrivals that count; those of the warm-up do not
 * @param lost no card came to the agent, for whatever reason
 * @param duplicated the same version of a card came to the agent again
 * @param misdelivered a card came to somebody else
 * @param late the first card came after more than a second
 * @param refused events the server did not answer with 2xx, calls of agents included
 * @param behind how late the arrivals left this program at worst; when it is large, the fault is here
 */
public record SimulationResult(
    long sent,
    long delivered,
    long lost,
    long duplicated,
    long misdelivered,
    long late,
    long refused,
    double p50,
    double p90,
    double p99,
    double p999,
    double max,
    double behind,
    int agents,
    double rate,
    long seconds,
    long warmUpSeconds) {
  /** Whether everything came, once, and to nobody else. */
  public boolean faultless() {
    return lost == 0 && duplicated == 0 && misdelivered == 0;
  }

  /** One line of JSON. */
  public String json() {
    return Json.write(this);
  }
}
