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
    if (news(door, event)) {
      not(door, event, now);
    }
  }

  /** Who calls is looked up while the call is being kept; of a transferred one that hangs on another, which may go on meanwhile. */
  void ahead(String door, Inbound event, Instant now) {
    if (event instanceof InteractionEvent step && step.parent().isEmpty() && news(door, event)) {
      showing.ahead(Life.begin(door, step, now));
    }
  }

  private boolean news(String door, Inbound event) {
    return event instanceof InteractionEvent step
        && showing.current(Interaction.id(door, step.interaction())).isEmpty();
  }

  /** Its sender will hear 503. */
  void not(String door, Inbound event, Instant now) {
    if (event instanceof InteractionEvent step) {
      Optional<Course> before = showing.current(Interaction.id(door, step.interaction()));
      showing.notKept(
          before.map(c -> Life.after(c, step)).orElseGet(() -> Life.begin(door, step, now)), now);
    } else if (event instanceof InteractionMessage message) {
      Optional<Course> before = showing.current(Interaction.id(door, message.interaction()));
      showing.notKept(
          before.map(c -> Life.after(c, message)).orElseGet(() -> Life.begin(door, message, now)),
          now);
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
