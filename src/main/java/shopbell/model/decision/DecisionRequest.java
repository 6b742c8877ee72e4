package shopbell.model.decision;

import java.util.Optional;
import java.util.UUID;

/**
 * The question "what next?" for one person at one place.
 *
 * @param id of the decision; for a contact it is derived from the contact, so that every card of it has the same draws
 * @param customer the survivor of the person's records; empty for an unknown person
 * @param channel {@code call}, {@code chat}, or any word of another program
 * @param queue the queue of the contact
 * @param placement where it will be shown, such as {@code card}
 * @param max how many actions at most, 1 to 20
 */
public record DecisionRequest(
    UUID id,
    Optional<UUID> customer,
    String channel,
    Optional<String> queue,
    String placement,
    int max) {
  private static final int MOST = 20;

  public DecisionRequest {
    if (max < 1 || max > MOST) {
      throw new IllegalArgumentException("max is a whole number from 1 to " + MOST);
    }
  }
}
