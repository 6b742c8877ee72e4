package shopbell.model.interaction;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.Channel;
import shopbell.model.Direction;
import shopbell.model.event.EndCause;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.MessageAuthor;

/**
 * A call or chat as the agent's card shows it.
 *
 * @param id ours, derived from door and sender's id, so that a repeated event names the same interaction
 * @param from the customer's number in E.164 where it could be normalised, else as sent; empty when withheld
 * @param agents Shopbell names of the agents being rung or talking; an alias without an account stays as it was sent
 * @param messages oldest first, at most the newest 200; on a card the newest 20, shortened
 * @param messagesBefore how many messages there are before these
 * @param displayName the name the caller gives; it proves nothing, and never identifies a customer by itself
 */
public record Interaction(
    UUID id,
    Channel channel,
    Direction direction,
    InteractionState state,
    Optional<String> from,
    Optional<String> to,
    Optional<String> queue,
    List<String> agents,
    String door,
    String senderId,
    Optional<UUID> parent,
    Instant arrivedAt,
    Optional<Instant> answeredAt,
    Optional<Instant> endedAt,
    Optional<EndCause> cause,
    List<Message> messages,
    int messagesBefore,
    Optional<String> displayName) {
  private static final int MOST_SHOWN = 20;

  /**
   * One message of a chat.
   *
   * @param text empty once it was deleted
   * @param editedAt when its sender last changed it
   * @param deletedAt when its sender deleted it
   * @param cut whether {@code text} is shortened
   */
  public record Message(
      String id,
      Instant at,
      MessageAuthor author,
      String text,
      Optional<Instant> editedAt,
      Optional<Instant> deletedAt,
      boolean cut) {
    private static final int LONGEST_SHOWN = 500;

    /** Of at most 500 characters. */
    public Message shortened() {
      if (text.length() <= LONGEST_SHOWN) {
        return this;
      }
      int end = Character.isHighSurrogate(text.charAt(LONGEST_SHOWN - 1))
          ? LONGEST_SHOWN - 1
          : LONGEST_SHOWN;
      return new Message(id, at, author, text.substring(0, end), editedAt, deletedAt, true);
    }
  }

  public Interaction {
    Objects.requireNonNull(state);
    displayName = displayName == null ? Optional.empty() : displayName;
    agents = List.copyOf(agents);
    messages = List.copyOf(messages);
  }

  /** An interaction of which only the sender's id is known. */
  public static Interaction blank(
      UUID id, Channel channel, String door, String senderId, Instant at) {
    return new Interaction(
        id,
        channel,
        Direction.IN,
        InteractionState.QUEUED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        door,
        senderId,
        Optional.empty(),
        at,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        0,
        Optional.empty());
  }

  /** A copy that continues the thread of {@code earlier}: its parties, its queue and all its messages. */
  Interaction goingOn(Interaction earlier) {
    return new Interaction(
        id,
        channel,
        direction,
        state,
        earlier.from,
        earlier.to,
        earlier.queue,
        agents,
        door,
        senderId,
        parent,
        arrivedAt,
        answeredAt,
        endedAt,
        cause,
        earlier.messages,
        earlier.messagesBefore,
        earlier.displayName);
  }

  /** A copy with the newest 20 messages, each of at most 500 characters. */
  public Interaction shortened() {
    int before = Math.max(0, messages.size() - MOST_SHOWN);
    List<Message> newest = messages.subList(before, messages.size()).stream()
        .map(Message::shortened)
        .toList();
    return with(agents, newest, before);
  }

  /** A copy with these messages. */
  public Interaction withMessages(List<Message> newer) {
    return with(agents, newer, 0);
  }

  /** A copy with its agents by their Shopbell names. */
  public Interaction withAgents(List<String> names) {
    return with(names, messages, messagesBefore);
  }

  private Interaction with(List<String> agents, List<Message> newer, int before) {
    return new Interaction(
        id,
        channel,
        direction,
        state,
        from,
        to,
        queue,
        agents,
        door,
        senderId,
        parent,
        arrivedAt,
        answeredAt,
        endedAt,
        cause,
        newer,
        before,
        displayName);
  }

  /** A copy with the values that {@code event} carries for the first time; {@link EventFold} decides all else. */
  Interaction told(InteractionEvent event, boolean first) {
    return new Interaction(
        id,
        first ? event.channel().orElse(channel) : channel,
        event.direction().orElse(direction),
        state,
        from.or(event::from),
        to.or(event::to),
        queue,
        agents,
        door,
        senderId,
        parent.or(() -> event.parent().map(sender -> id(door, sender))),
        arrivedAt,
        answeredAt,
        endedAt,
        cause,
        messages,
        messagesBefore,
        displayName.or(event::displayName));
  }

  /** The id of the interaction that {@code door}'s sender calls {@code senderId}. */
  public static UUID id(String door, String senderId) {
    return uuid(door + "\n" + senderId);
  }

  /** The id of a later interaction with the sender's id of {@code first}, after {@code earlier} others. */
  static UUID id(UUID first, int earlier) {
    return uuid(first + "\n" + earlier);
  }

  private static UUID uuid(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
