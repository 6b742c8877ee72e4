package shopbell.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import shopbell.model.Priority;
import shopbell.model.Severity;
import shopbell.model.TicketStatus;
import shopbell.model.customer.Promise;
import shopbell.model.customer.PromiseState;
import shopbell.model.customer.Shipment;
import shopbell.model.customer.Tickets.Ticket;

/** Commitments to the customer that are overdue. */
final class CommitmentFriction {
  private static final Duration SILENCE = Duration.ofDays(5);

  private CommitmentFriction() {}

  /** The promise that was due last. */
  static Optional<FrictionFinding> promiseBroken(RecentActivity recentActivity) {
    return recentActivity.promises().stream()
        .filter(p -> p.state() != PromiseState.KEPT && p.due().isBefore(recentActivity.now()))
        .max(Comparator.comparing(Promise::due))
        .map(p -> new FrictionFinding(
            "promise-broken",
            p.due(),
            Severity.CRITICAL,
            List.of(p.id().toString()),
            List.of(p.text(), Duration.between(p.due(), recentActivity.now()))));
  }

  /** A parcel missing on the promised day, or delivered after it in the last week. */
  static Optional<FrictionFinding> parcelLate(RecentActivity recentActivity) {
    return recentActivity.shipments().stream()
        .filter(s -> late(recentActivity, s).isPresent())
        .max(Comparator.comparing(s -> late(recentActivity, s).orElseThrow()))
        .map(s -> new FrictionFinding(
            "parcel-late",
            s.deliveredAt().orElse(recentActivity.now()),
            s.deliveredAt().isPresent() ? Severity.INFO : Severity.WARNING,
            List.of(s.id().toString()),
            List.of(s.number(), late(recentActivity, s).orElseThrow())));
  }

  private static Optional<Duration> late(RecentActivity recentActivity, Shipment shipment) {
    Instant there = shipment.deliveredAt().orElse(recentActivity.now());
    return shipment
        .promisedAt()
        .filter(promised -> promised.isBefore(there) && recentActivity.lately(there))
        .map(promised -> Duration.between(promised, there));
  }

  /** An open ticket past its due time, or without any change for five days. */
  static Optional<FrictionFinding> ticketWaits(RecentActivity recentActivity) {
    return recentActivity.tickets().stream()
        .filter(t -> t.status() != TicketStatus.CLOSED && waits(recentActivity, t))
        .findFirst()
        .map(t -> new FrictionFinding(
            "ticket-waits",
            t.updatedAt(),
            t.priority() == Priority.CRITICAL ? Severity.CRITICAL : Severity.WARNING,
            List.of(t.id().toString()),
            List.of(
                "#" + t.number() + " " + t.subject(),
                Duration.between(t.openedAt(), recentActivity.now()))));
  }

  private static boolean waits(RecentActivity recentActivity, Ticket ticket) {
    boolean overdue = ticket.dueAt().filter(recentActivity.now()::isAfter).isPresent();
    return overdue || ticket.updatedAt().plus(SILENCE).isBefore(recentActivity.now());
  }
}
