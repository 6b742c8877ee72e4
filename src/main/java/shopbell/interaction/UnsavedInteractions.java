package shopbell.interaction;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import shopbell.events.Change;
import shopbell.events.ChangePublisher;
import shopbell.model.Rejected;
import shopbell.model.event.Inbound;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.InteractionMessage;
import shopbell.model.interaction.Interaction;
import shopbell.model.interaction.InteractionLifecycle;
import shopbell.model.interaction.TrackedInteraction;

/** Interactions that are not in the store, or not yet: the agent sees them all the same. */
record UnsavedInteractions(OpenInteractions open, ChangePublisher changes) {
  /** Shows a new call while its event is still being written; later events of a known call wait for the write. */
  void notYet(String door, Inbound event, Instant now) {
    begun(door, event, now).ifPresent(interaction -> show(interaction, now));
  }

  /** Starts the customer lookup while the event is still being written; a transferred call waits for its parent. */
  void expected(String door, Inbound event, Instant now) {
    begun(door, event, now)
        .filter(interaction -> interaction.interaction().parent().isEmpty())
        .ifPresent(interaction -> changes.publish(new Change.InteractionExpected(interaction)));
  }

  /** Shows an interaction that could not be stored; its sender gets 503. */
  void not(String door, Inbound event, Instant now) {
    if (event instanceof InteractionEvent step) {
      show(after(door, event, step.interaction(), now), now);
    } else if (event instanceof InteractionMessage message) {
      show(after(door, event, message.interaction(), now), now);
    }
  }

  /** Ends an interaction that rang while the store was unavailable and whose sender has never repeated it. */
  void never(UUID interaction, Throwable failure, Instant now) {
    if (failure instanceof Rejected) {
      open.course(interaction)
          .ifPresent(shown -> show(InteractionLifecycle.wrappedUp(shown, now), now));
    }
  }

  private void show(TrackedInteraction interaction, Instant now) {
    changes.publish(new Change.InteractionUnsaved(interaction, now));
  }

  /** The interaction that begins with {@code event}; empty when it continues one. */
  private Optional<TrackedInteraction> begun(String door, Inbound event, Instant now) {
    return event instanceof InteractionEvent step && mayBegin(door, step)
        ? Optional.of(after(door, event, step.interaction(), now))
            .filter(interaction -> open.course(interaction.interaction().id()).isEmpty())
        : Optional.empty();
  }

  private boolean mayBegin(String door, InteractionEvent step) {
    return open.newest(Interaction.id(door, step.interaction()))
        .filter(interaction -> interaction.over().isEmpty())
        .isEmpty();
  }

  private TrackedInteraction after(String door, Inbound event, String senderId, Instant now) {
    return InteractionLifecycle.next(open.newest(Interaction.id(door, senderId)), door, event, now);
  }
}
