package shopbell;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.Course;
import shopbell.model.Inbound;
import shopbell.model.Interaction;
import shopbell.model.InteractionEvent;
import shopbell.model.InteractionMessage;
import shopbell.model.Life;
import shopbell.model.Rejected;

/** Contacts of which the store does not know, or not yet: the agent sees them all the same. */
record Unkept(Showing showing) {
  /** A call that nobody knows of rings while it is being kept; what happens to one that rings waits for that. */
  void notYet(String door, Inbound event, Instant now) {
    begun(door, event, now).ifPresent(course -> showing.notKept(course, now));
  }

  /** Who calls is looked up while the call is being kept; of a transferred one that hangs on another, which may go on meanwhile. */
  void ahead(String door, Inbound event, Instant now) {
    begun(door, event, now)
        .filter(course -> course.interaction().parent().isEmpty())
        .ifPresent(showing::ahead);
  }

  /** The contact that begins with {@code event}; empty when one goes on. */
  private Optional<Course> begun(String door, Inbound event, Instant now) {
    return event instanceof InteractionEvent step && mayBegin(door, step)
        ? Optional.of(after(door, event, step.interaction(), now))
            .filter(course -> showing.current(course.interaction().id()).isEmpty())
        : Optional.empty();
  }

  private boolean mayBegin(String door, InteractionEvent step) {
    return showing
        .newest(Interaction.id(door, step.interaction()))
        .filter(course -> course.over().isEmpty())
        .isEmpty();
  }

  private Course after(String door, Inbound event, String senderId, Instant now) {
    return Life.next(showing.newest(Interaction.id(door, senderId)), door, event, now);
  }

  /** Its sender will hear 503. */
  void not(String door, Inbound event, Instant now) {
    if (event instanceof InteractionEvent step) {
      showing.notKept(after(door, event, step.interaction(), now), now);
    } else if (event instanceof InteractionMessage message) {
      showing.notKept(after(door, event, message.interaction(), now), now);
    }
  }

  /** It rang while the store was away, and its sender has never come back with it. */
  void never(UUID interaction, Throwable failure, Instant now) {
    if (failure instanceof Rejected) {
      showing
          .current(interaction)
          .ifPresent(course -> showing.notKept(Life.wrappedUp(course, now), now));
    }
  }
}
