package shopbell.insight;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import shopbell.model.Journey;
import shopbell.model.Priority;
import shopbell.model.Promise;
import shopbell.model.PromiseState;
import shopbell.model.Severity;
import shopbell.model.Shipment;
import shopbell.model.TicketStatus;
import shopbell.model.Tickets.Ticket;

/** Why they would call: something we owe, or that is on its way. */
final class OwedClues {
  private static final Duration FRESH = Duration.ofDays(3);

  private OwedClues() {}

  static Optional<Clue> promiseBroken(Look look) {
    return look.summary().promises().stream()
        .filter(p -> p.state() != PromiseState.KEPT && p.due().isBefore(look.now()))
        .max(Comparator.comparing(Promise::due))
        .map(p -> Clue.of(Stated.PROMISE_BROKEN, Severity.CRITICAL, p.text(), look.since(p.due())));
  }

  /** Due today, by the agents' clock. */
  static Optional<Clue> promiseDue(Look look) {
    return look.summary().promises().stream()
        .filter(p -> p.state() == PromiseState.OPEN && !p.due().isBefore(look.now()))
        .filter(p -> look.words().sameDay(p.due(), look.now()))
        .min(Comparator.comparing(Promise::due))
        .map(p -> Clue.of(Stated.PROMISE_DUE, Severity.WARNING, p.text(), p.due()));
  }

  static Optional<Clue> ticketCritical(Look look) {
    return look.summary().tickets().items().stream()
        .filter(t -> t.status() != TicketStatus.CLOSED && t.priority() == Priority.CRITICAL)
        .min(Comparator.comparing(t -> t.dueAt().filter(look.now()::isAfter).isEmpty()))
        .map(t ->
            Clue.of(Stated.TICKET_CRITICAL, Severity.CRITICAL, name(t), look.since(t.openedAt())));
  }

  static Optional<Clue> ticketOpen(Look look) {
    return look.summary().tickets().items().stream()
        .filter(t -> t.status() != TicketStatus.CLOSED && t.priority() != Priority.CRITICAL)
        .findFirst()
        .map(t -> Clue.of(Stated.TICKET_OPEN, Severity.INFO, name(t), look.since(t.updatedAt())));
  }

  static String name(Ticket ticket) {
    return "#" + ticket.number() + " " + ticket.subject();
  }

  static Optional<Clue> parcelFailed(Look look) {
    return look.summary().shipments().stream()
        .filter(s -> s.deliveredAt().isEmpty() && s.exception().isPresent())
        .findFirst()
        .map(s -> Clue.of(
            Stated.PARCEL_FAILED, Severity.WARNING, s.number(), s.exception().orElse("")));
  }

  static Optional<Clue> parcelLate(Look look) {
    return look.summary().shipments().stream()
        .filter(s -> s.deliveredAt().isEmpty() && s.exception().isEmpty())
        .filter(s -> s.promisedAt().filter(look.now()::isAfter).isPresent())
        .max(Comparator.comparing(s -> s.promisedAt().orElseThrow()))
        .map(s -> Clue.of(
            Stated.PARCEL_LATE,
            Severity.WARNING,
            s.number(),
            look.since(s.promisedAt().orElseThrow())));
  }

  static Optional<Clue> parcelMoving(Look look) {
    return look.summary().shipments().stream()
        .filter(s -> s.deliveredAt().isEmpty() && s.exception().isEmpty())
        .filter(s -> s.promisedAt().filter(look.now()::isAfter).isEmpty())
        .findFirst()
        .map(s -> Clue.of(Stated.PARCEL_MOVING, Severity.INFO, s.number(), expected(s)));
  }

  private static Object expected(Shipment shipment) {
    return shipment.expectedAt().or(shipment::promisedAt).<Object>map(at -> at).orElse("–");
  }

  static Optional<Clue> parcelThere(Look look) {
    return look.summary().shipments().stream()
        .filter(s -> s.deliveredAt().filter(at -> look.within(FRESH, at)).isPresent())
        .findFirst()
        .map(s -> Clue.of(
            Stated.PARCEL_THERE,
            Severity.INFO,
            s.number(),
            look.since(s.deliveredAt().orElseThrow())));
  }

  static Optional<Clue> orderFresh(Look look) {
    return look.summary().journey().stream()
        .filter(item -> Bought.is(item) && look.within(FRESH, item.at()))
        .max(Comparator.comparing(Journey.Item::at))
        .map(item ->
            Clue.of(Stated.ORDER_FRESH, Severity.INFO, look.text(item), look.since(item.at())));
  }
}
