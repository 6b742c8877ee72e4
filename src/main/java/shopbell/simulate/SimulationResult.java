package shopbell.simulate;

import shopbell.json.Json;

/**
 * The result of a run; latencies are milliseconds from the instant an arrival was due to its first card at its agent.
 *
 * @param sent counted arrivals; those of the warm-up are not
 * @param lost the agent received no card, for whatever reason
 * @param duplicated the agent received the same version of a card again
 * @param misdelivered another agent received a card
 * @param late the first card took more than a second
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
  /** Whether every arrival was shown once, and to no other agent. */
  public boolean faultless() {
    return lost == 0 && duplicated == 0 && misdelivered == 0;
  }

  /** One line of JSON. */
  public String json() {
    return Json.write(this);
  }
}
