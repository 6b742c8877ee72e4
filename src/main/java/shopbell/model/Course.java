package shopbell.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An interaction with what has to be remembered to take its events late, twice and out of order; see {@link Life}.
 *
 * @param handles all that is known of the customer besides {@code from}
 * @param rung every agent who was ever rung, by the name or alias that was sent
 * @param left agents who are no longer rung, and since when
 * @param movedAt when it was last handed on, held or resumed, by the sender's clock; older steps of that kind are late
 * @param customer whom an agent has said it is
 */
public record Course(
    Interaction interaction,
    List<Handle> handles,
    Map<String, String> attributes,
    List<String> rung,
    Map<String, Instant> left,
    Instant movedAt,
    Optional<UUID> customer) {
  public Course {
    handles = List.copyOf(handles);
    attributes = Map.copyOf(attributes);
    rung = List.copyOf(rung);
    left = Map.copyOf(left);
  }
}
