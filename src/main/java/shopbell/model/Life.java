package shopbell.model;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The state machine of an interaction: it takes events late, twice and out of order.
 *
 * <p>Every step is remembered in the sender's time order and the interaction is folded from them anew each time (see
 * {@link Fold}), so the order of arrival cannot matter; what an agent has closed stays closed.
 */
public final class Life {
  static final int MOST_MESSAGES = 200;
  private static final Duration OLDEST = Duration.ofDays(7);
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

  private Life() {}

  /**
   * What {@code event}, which is a step or a message of an interaction, makes of {@code newest}, the newest contact with its
   * sender's id: the same gone on, or a next one where the id is used again after the end. {@code now} replaces a senseless clock.
   */
  public static Course next(Optional<Course> newest, String door, Inbound event, Instant now) {
    return event instanceof InteractionMessage message
        ? next(newest, door, message, now)
        : next(newest, door, (InteractionEvent) event, now);
  }

  private static Course next(
      Optional<Course> newest, String door, InteractionEvent event, Instant now) {
    if (newest.isEmpty()) {
      return begin(door, event, now);
    }
    Course before = newest.get();
    return after(
        NextContact.begins(before, event)
            ? NextContact.after(before, event.channel(), event.at(), sane(event.at(), now))
            : before,
        event);
  }

  private static Course next(
      Optional<Course> newest, String door, InteractionMessage message, Instant now) {
    if (newest.isEmpty()) {
      return begin(door, message, now);
    }
    Course before = newest.get();
    return after(
        NextContact.begins(before, message)
            ? NextContact.after(before, Optional.empty(), message.at(), sane(message.at(), now))
            : before,
        message);
  }

  /**
   * Which earlier contact with the same sender's id {@code event} belongs to, if not to {@code newest}: a step that happened
   * before. A message belongs to the thread, whenever it was written.
   */
  public static Optional<UUID> late(Course newest, Inbound event) {
    return newest
        .reuse()
        .filter(reuse -> event instanceof InteractionEvent step && reuse.late(step))
        .map(IdReuse::before);
  }

  /** An interaction that begins with {@code event}, whichever step that is; {@code now} replaces a senseless clock. */
  public static Course begin(String door, InteractionEvent event, Instant now) {
    Channel channel = event.channel().orElse(Channel.CALL);
    return after(first(door, event.interaction(), channel, sane(event.at(), now)), event);
  }

  /** A chat whose first message is here before any word of the chat itself. */
  public static Course begin(String door, InteractionMessage message, Instant now) {
    Instant at = sane(message.at(), now);
    return after(first(door, message.interaction(), Channel.CHAT, at), message);
  }

  private static Course first(String door, String senderId, Channel channel, Instant at) {
    return Course.of(
        Interaction.blank(Interaction.id(door, senderId), channel, door, senderId, at));
  }

  /** {@code course} with one more step or message. */
  public static Course after(Course course, Inbound event) {
    return event instanceof InteractionMessage message
        ? after(course, message)
        : after(course, (InteractionEvent) event);
  }

  /** {@code course} with one more step; the same step again changes nothing. */
  public static Course after(Course course, InteractionEvent event) {
    Course.Taken taken =
        new Course.Taken(event.at(), event.step(), event.agents(), event.queue(), event.cause());
    List<Course.Taken> steps = StepHistory.with(course.steps(), taken);
    if (steps.equals(course.steps())
        && !steps.isEmpty()
        && course.handles().containsAll(event.handles())) {
      return course;
    }
    Map<String, String> attributes = new HashMap<>(course.attributes());
    attributes.putAll(event.attributes());
    Fold fold = Fold.of(steps);
    Interaction told = course.interaction().told(event, course.steps().isEmpty());
    return new Course(
        fold.onto(told, course.wrappedUpAt().isPresent()),
        merged(course.handles(), event.handles()),
        attributes,
        List.copyOf(fold.rung),
        steps,
        course.customer(),
        course.wrappedUpAt(),
        course.revision() + 1,
        course.reuse());
  }

  /** {@code course} with one more message, or one that was edited or deleted; what is known already changes nothing. */
  public static Course after(Course course, InteractionMessage message) {
    Interaction was = course.interaction();
    List<Interaction.Message> messages = Conversation.after(was.messages(), message);
    if (messages.equals(was.messages())) {
      return course;
    }
    int from = Math.max(0, messages.size() - MOST_MESSAGES);
    return course.with(was.withMessages(messages.subList(from, messages.size())));
  }

  /** The agent is done with it: closed for good. */
  public static Course wrappedUp(Course course, Instant at) {
    Course done = course.said(course.customer(), Optional.of(at));
    return done.with(Fold.of(course.steps()).onto(course.interaction(), true));
  }

  /** It was not done yet: as its steps leave it. */
  public static Course reopened(Course course) {
    Course open = course.said(course.customer(), Optional.empty());
    return open.with(Fold.of(course.steps()).onto(course.interaction(), false));
  }

  /** An agent has said that it is {@code customer}. */
  public static Course chosen(Course course, UUID customer) {
    return course.said(Optional.of(customer), course.wrappedUpAt()).with(course.interaction());
  }

  /** The agent's choice is taken back. */
  public static Course unchosen(Course course) {
    return course.said(Optional.empty(), course.wrappedUpAt()).with(course.interaction());
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
