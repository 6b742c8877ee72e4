package shopbell.model.interaction;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.Channel;
import shopbell.model.Handle;
import shopbell.model.event.Inbound;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.InteractionMessage;

/**
 * The state machine of an interaction: it accepts events late, twice and out of order.
 *
 * <p>Every step is stored in the sender's time order and the interaction is recomputed from all steps each time (see
 * {@link EventFold}), so the order of arrival cannot matter; what an agent has closed stays closed.
 */
public final class InteractionLifecycle {
  static final int MOST_MESSAGES = 200;
  private static final Duration OLDEST = Duration.ofDays(7);
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

  private InteractionLifecycle() {}

  /**
   * Applies {@code event}, a step or a message of an interaction, to {@code newest}, the newest interaction with its
   * sender's id: continues it, or begins the next one where the id is reused after its end. {@code now} replaces an
   * implausible clock.
   */
  public static TrackedInteraction next(
      Optional<TrackedInteraction> newest, String door, Inbound event, Instant now) {
    return event instanceof InteractionMessage message
        ? next(newest, door, message, now)
        : next(newest, door, (InteractionEvent) event, now);
  }

  private static TrackedInteraction next(
      Optional<TrackedInteraction> newest, String door, InteractionEvent event, Instant now) {
    if (newest.isEmpty()) {
      return begin(door, event, now);
    }
    TrackedInteraction before = newest.get();
    return after(
        NextContact.begins(before, event)
            ? NextContact.after(before, event.channel(), event.at(), sane(event.at(), now))
            : before,
        event);
  }

  private static TrackedInteraction next(
      Optional<TrackedInteraction> newest, String door, InteractionMessage message, Instant now) {
    if (newest.isEmpty()) {
      return begin(door, message, now);
    }
    TrackedInteraction before = newest.get();
    return after(
        NextContact.begins(before, message)
            ? NextContact.after(before, Optional.empty(), message.at(), sane(message.at(), now))
            : before,
        message);
  }

  /**
   * The earlier interaction with the same sender's id that {@code event} belongs to, if not to {@code newest}: a step
   * that happened before it. A message belongs to the thread, whenever it was written.
   */
  public static Optional<UUID> late(TrackedInteraction newest, Inbound event) {
    return newest
        .reuse()
        .filter(reuse -> event instanceof InteractionEvent step && reuse.late(step))
        .map(IdReuse::before);
  }

  /**
   * An interaction that begins with {@code event}, whichever step that is; {@code now} replaces an implausible clock.
   */
  public static TrackedInteraction begin(String door, InteractionEvent event, Instant now) {
    Channel channel = event.channel().orElse(Channel.CALL);
    return after(first(door, event.interaction(), channel, sane(event.at(), now)), event);
  }

  /** A chat whose first message arrives before any event of the chat itself. */
  public static TrackedInteraction begin(String door, InteractionMessage message, Instant now) {
    Instant at = sane(message.at(), now);
    return after(first(door, message.interaction(), Channel.CHAT, at), message);
  }

  private static TrackedInteraction first(
      String door, String senderId, Channel channel, Instant at) {
    return TrackedInteraction.of(
        Interaction.blank(Interaction.id(door, senderId), channel, door, senderId, at));
  }

  /** {@code tracked} with one more step or message. */
  public static TrackedInteraction after(TrackedInteraction tracked, Inbound event) {
    return event instanceof InteractionMessage message
        ? after(tracked, message)
        : after(tracked, (InteractionEvent) event);
  }

  /** {@code tracked} with one more step; a repeated step changes nothing. */
  public static TrackedInteraction after(TrackedInteraction tracked, InteractionEvent event) {
    TrackedInteraction.Taken taken = new TrackedInteraction.Taken(
        event.at(), event.step(), event.agents(), event.queue(), event.cause());
    List<TrackedInteraction.Taken> steps = StepHistory.with(tracked.steps(), taken);
    if (steps.equals(tracked.steps())
        && !steps.isEmpty()
        && tracked.handles().containsAll(event.handles())) {
      return tracked;
    }
    Map<String, String> attributes = new HashMap<>(tracked.attributes());
    attributes.putAll(event.attributes());
    EventFold eventFold = EventFold.of(steps);
    Interaction told = tracked.interaction().told(event, tracked.steps().isEmpty());
    return new TrackedInteraction(
        eventFold.onto(told, tracked.wrappedUpAt().isPresent()),
        merged(tracked.handles(), event.handles()),
        attributes,
        List.copyOf(eventFold.rung),
        steps,
        tracked.customer(),
        tracked.wrappedUpAt(),
        tracked.revision() + 1,
        tracked.reuse());
  }

  /** {@code tracked} with one message added, edited or deleted; a repeated message changes nothing. */
  public static TrackedInteraction after(TrackedInteraction tracked, InteractionMessage message) {
    Interaction was = tracked.interaction();
    List<Interaction.Message> messages = Conversation.after(was.messages(), message);
    if (messages.equals(was.messages())) {
      return tracked;
    }
    int from = Math.max(0, messages.size() - MOST_MESSAGES);
    return tracked.with(was.withMessages(messages.subList(from, messages.size())));
  }

  /** Closes it for good: the agent is done with it. */
  public static TrackedInteraction wrappedUp(TrackedInteraction tracked, Instant at) {
    TrackedInteraction done = tracked.said(tracked.customer(), Optional.of(at));
    return done.with(EventFold.of(tracked.steps()).onto(tracked.interaction(), true));
  }

  /** Reopens it: its state is that of its steps. */
  public static TrackedInteraction reopened(TrackedInteraction tracked) {
    TrackedInteraction open = tracked.said(tracked.customer(), Optional.empty());
    return open.with(EventFold.of(tracked.steps()).onto(tracked.interaction(), false));
  }

  /** Sets the customer, as an agent chose. */
  public static TrackedInteraction chosen(TrackedInteraction tracked, UUID customer) {
    return tracked.said(Optional.of(customer), tracked.wrappedUpAt()).with(tracked.interaction());
  }

  /** Removes the agent's choice. */
  public static TrackedInteraction unchosen(TrackedInteraction tracked) {
    return tracked.said(Optional.empty(), tracked.wrappedUpAt()).with(tracked.interaction());
  }

  private static List<Handle> merged(List<Handle> old, List<Handle> more) {
    Map<String, Handle> byValue = new LinkedHashMap<>();
    for (List<Handle> list : List.of(old, more)) {
      for (Handle handle : list) {
        byValue.merge(
            handle.kind() + ":" + handle.value(),
            handle,
            (a, b) -> new Handle(
                a.kind(), a.value(), a.verified() || b.verified(), a.shared() || b.shared()));
      }
    }
    return List.copyOf(byValue.values());
  }

  private static Instant sane(Instant at, Instant now) {
    boolean sane = at.isAfter(now.minus(OLDEST)) && at.isBefore(now.plus(CLOCK_SKEW));
    return sane ? at : now;
  }
}
