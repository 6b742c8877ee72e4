package shopbell;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import shopbell.ingress.Ledger;
import shopbell.model.Inbound;
import shopbell.model.Interaction;
import shopbell.model.InteractionEvent;
import shopbell.model.InteractionMessage;
import shopbell.tracing.Room;
import shopbell.tracing.Tracing;

/** What came by a door is kept; with an event of an interaction the trace of its way to the desk begins. */
record Arrivals(Ledger ledger, Soon soon, Tracing tracing) {
  /** See {@link Ledger#keep}; {@code meanwhile} runs when that takes long. */
  Future<Ledger.Kept> keep(String door, Inbound event, Instant receivedAt, Runnable meanwhile) {
    Supplier<Future<Ledger.Kept>> keep = () -> ledger.keep(door, event, receivedAt);
    Future<Ledger.Kept> keeping = named(event)
        .map(name -> Interaction.id(door, name))
        .map(id -> traced(door, id, receivedAt, keep))
        .orElseGet(keep);
    return soon.or(keeping, meanwhile);
  }

  private Future<Ledger.Kept> traced(
      String door, UUID id, Instant receivedAt, Supplier<Future<Ledger.Kept>> keep) {
    return tracing
        .arrival(door, id, receivedAt, () -> tracing.during(Room.KEEP, id, keep))
        .onSuccess(kept -> kept.course()
            .map(course -> course.interaction().id())
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
