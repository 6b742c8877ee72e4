package shopbell.interaction;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import shopbell.card.CardUpdater;
import shopbell.model.Rejected;
import shopbell.model.event.Inbound;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.InteractionMessage;
import shopbell.model.interaction.Interaction;
import shopbell.model.interaction.InteractionLifecycle;
import shopbell.model.interaction.TrackedInteraction;

/** Contacts of which the store does not know, or not yet: the agent sees them all the same. */
record UnsavedInteractions(CardUpdater showing) {
  /** A call that nobody knows of rings while it is being kept; what happens to one that rings waits for that. */
  void notYet(String door, Inbound event, Instant now) {
    begun(door, event, now).ifPresent(trackedInteraction -> showing.notKept(trackedInteraction, now));
  }

  /** Who calls is looked up while the call is being kept; of a transferred one that hangs on another, which may go on meanwhile. */
  void ahead(String door, Inbound event, Instant now) {
    begun(door, event, now)
        .filter(trackedInteraction -> trackedInteraction.interaction().parent().isEmpty())
        .ifPresent(showing::ahead);
  }

  /** The contact that begins with {@code event}; empty when one goes on. */
  private Optional<TrackedInteraction> begun(String door, Inbound event, Instant now) {
    return event instanceof InteractionEvent step && mayBegin(door, step)
        ? Optional.of(after(door, event, step.interaction(), now))
            .filter(trackedInteraction -> showing.current(trackedInteraction.interaction().id()).isEmpty())
        : Optional.empty();
  }

  private boolean mayBegin(String door, InteractionEvent step) {
    return showing
        .newest(Interaction.id(door, step.interaction()))
        .filter(trackedInteraction -> trackedInteraction.over().isEmpty())
        .isEmpty();
  }

  private TrackedInteraction after(String door, Inbound event, String senderId, Instant now) {
    return InteractionLifecycle.next(showing.newest(Interaction.id(door, senderId)), door, event, now);
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
          .ifPresent(trackedInteraction -> showing.notKept(InteractionLifecycle.wrappedUp(trackedInteraction, now), now));
    }
  }
}
