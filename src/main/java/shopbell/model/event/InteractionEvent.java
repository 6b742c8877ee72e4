package shopbell.model.event;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import shopbell.model.Channel;
import shopbell.model.Direction;
import shopbell.model.Handle;
import shopbell.model.Rejected;

/**
 * A step in the life of a call or chat, as its sender reports it.
 *
 * @param interaction the sender's id of the call or chat
 * @param channel empty when the sender does not repeat it on later events
 * @param from the customer's number on {@code in}, as sent; not normalised yet
 * @param attributes further values the sender sent; {@link #DISPLAY_NAME} is the name the caller gives
 * @param agents names or aliases of the agents being rung, or of those who answered
 * @param parent the sender's id of the interaction this one was transferred from
 */
public record InteractionEvent(
    String key,
    Instant at,
    InteractionStep step,
    String interaction,
    Optional<Channel> channel,
    Optional<Direction> direction,
    Optional<String> from,
    Optional<String> to,
    Optional<String> queue,
    List<String> agents,
    Optional<EndCause> cause,
    List<Handle> handles,
    Map<String, String> attributes,
    Optional<String> parent)
    implements Inbound {
  /** The attribute with the customer's display name: of {@code from} on {@code in}, of {@code to} on {@code out}. */
  public static final String DISPLAY_NAME = "displayName";

  public InteractionEvent {
    Objects.requireNonNull(at);
    Objects.requireNonNull(step);
    if (interaction.isBlank() || interaction.length() > 200) {
      throw Rejected.field(
          "/interaction", "the sender's id of the call or chat has 1 to 200 characters");
    }
    agents = List.copyOf(agents);
    handles = List.copyOf(handles);
    attributes = Map.copyOf(attributes);
  }

  /** A copy with numbers and handles in the way they are stored. */
  public InteractionEvent normalised(
      Optional<String> from, Optional<String> to, List<Handle> handles) {
    return with(from, to, handles, attributes);
  }

  /** The name the caller gives; it proves nothing. */
  public Optional<String> displayName() {
    return Optional.ofNullable(attributes.get(DISPLAY_NAME));
  }

  /** A copy with this display name, or with none. */
  public InteractionEvent called(Optional<String> displayName) {
    if (displayName.equals(displayName())) {
      return this;
    }
    Map<String, String> others = new HashMap<>(attributes);
    others.remove(DISPLAY_NAME);
    displayName.ifPresent(name -> others.put(DISPLAY_NAME, name));
    return with(from, to, handles, others);
  }

  private InteractionEvent with(
      Optional<String> from,
      Optional<String> to,
      List<Handle> handles,
      Map<String, String> attributes) {
    return new InteractionEvent(
        key,
        at,
        step,
        interaction,
        channel,
        direction,
        from,
        to,
        queue,
        agents,
        cause,
        handles,
        attributes,
        parent);
  }
}
