package shopbell.model.interaction;

import java.time.Instant;
import java.util.Objects;

/**
 * An agent has handed the customer on to another agent or queue.
 *
 * @param agent by the name or alias that was sent; the last one who talked
 * @param at when, by the sender's clock
 */
public record Handover(String agent, Instant at) {
  public Handover {
    Objects.requireNonNull(agent);
    Objects.requireNonNull(at);
  }
}
