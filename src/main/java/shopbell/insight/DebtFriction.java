package shopbell.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import shopbell.model.Priority;
import shopbell.model.Promise;
import shopbell.model.PromiseState;
import shopbell.model.Severity;
import shopbell.model.Shipment;
import shopbell.model.TicketStatus;
import shopbell.model.Tickets.Ticket;

/** What we owe and are late with. */
final class DebtFriction {
  private static final Duration SILENCE = Duration.ofDays(5);

  private DebtFriction() {}

  /** The one that was due last. */
  static Optional<Finding> promiseBroken(Trail trail) {
    return trail.promises().stream()
        .filter(p -> p.state() != PromiseState.KEPT && p.due().isBefore(trail.now()))
        .max(Comparator.comparing(Promise::due))
        .map(p -> new Finding(
            "promise-broken",
            p.due(),
            Severity.CRITICAL,
            List.of(p.id().toString()),
            List.of(p.text(), Duration.between(p.due(), trail.now()))));
  }

  /** Not there on the promised day, or it came later than that in the last week. */
  static Optional<Finding> parcelLate(Trail trail) {
    return trail.shipments().stream()
        .filter(s -> late(trail, s).isPresent())
        .max(Comparator.comparing(s -> late(trail, s).orElseThrow()))
        .map(s -> new Finding(
            "parcel-late",
            s.deliveredAt().orElse(trail.now()),
            s.deliveredAt().isPresent() ? Severity.INFO : Severity.WARNING,
            List.of(s.id().toString()),
            List.of(s.number(), late(trail, s).orElseThrow())));
  }

  private static Optional<Duration> late(Trail trail, Shipment shipment) {
    Instant there = shipment.deliveredAt().orElse(trail.now());
    return shipment
        .promisedAt()
        .filter(promised -> promised.isBefore(there) && trail.lately(there))
        .map(promised -> Duration.between(promised, there));
  }

  /** An open ticket past its due time, or one that nobody has touched for five days. */
  static Optional<Finding> ticketWaits(Trail trail) {
    return trail.tickets().stream()
        .filter(t -> t.status() != TicketStatus.CLOSED && waits(trail, t))
        .findFirst()
        .map(t -> new Finding(
            "ticket-waits",
            t.updatedAt(),
            t.priority() == Priority.CRITICAL ? Severity.CRITICAL : Severity.WARNING,
            List.of(t.id().toString()),
            List.of(
                "#" + t.number() + " " + t.subject(),
                Duration.between(t.openedAt(), trail.now()))));
  }

  private static boolean waits(Trail trail, Ticket ticket) {
    boolean overdue = ticket.dueAt().filter(trail.now()::isAfter).isPresent();
    return overdue || ticket.updatedAt().plus(SILENCE).isBefore(trail.now());
  }
}
