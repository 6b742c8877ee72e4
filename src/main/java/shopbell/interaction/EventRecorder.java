package shopbell.interaction;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import shopbell.model.event.Inbound;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.InteractionMessage;
import shopbell.model.interaction.Interaction;
import shopbell.scheduling.SoftDeadline;
import shopbell.tracing.TraceStep;
import shopbell.tracing.Tracing;

/** Stores an event received by a door; for an event of an interaction, starts the trace of its way to the desk. */
public record EventRecorder(EventStore ledger, SoftDeadline soon, Tracing tracing) {
  /** See {@link EventStore#keep}; {@code meanwhile} runs when that takes long. */
  Future<EventStore.SavedEvent> keep(
      String door, Inbound event, Instant receivedAt, Runnable meanwhile) {
    Supplier<Future<EventStore.SavedEvent>> keep = () -> ledger.keep(door, event, receivedAt);
    Future<EventStore.SavedEvent> keeping = named(event)
        .map(name -> Interaction.id(door, name))
        .map(id -> traced(door, id, receivedAt, keep))
        .orElseGet(keep);
    return soon.or(keeping, meanwhile);
  }

  private Future<EventStore.SavedEvent> traced(
      String door, UUID id, Instant receivedAt, Supplier<Future<EventStore.SavedEvent>> keep) {
    return tracing
        .arrival(door, id, receivedAt, () -> tracing.during(TraceStep.KEEP, id, keep))
        .onSuccess(savedEvent -> savedEvent
            .course()
            .map(tracked -> tracked.interaction().id())
            .filter(newest -> !newest.equals(id))
            .ifPresent(newest -> tracing.moved(id, newest)));
  }

  private static Optional<String> named(Inbound event) {
    if (event instanceof InteractionEvent step) {
      return Optional.of(step.interaction());
    }
    return event instanceof InteractionMessage message
        ? Optional.of(message.interaction())
        : Optional.empty();
  }
}
