package shopbell.model.interaction;

import java.time.Instant;
import java.util.Objects;

/**
 * A transfer of the customer from an agent to another agent or queue.
 *
 * @param agent the name or alias that was sent; the last agent who talked
 * @param at when, by the sender's clock
 */
public record Handover(String agent, Instant at) {
  public Handover {
    Objects.requireNonNull(agent);
    Objects.requireNonNull(at);
  }
}
