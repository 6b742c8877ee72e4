package shopbell.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import shopbell.model.Priority;
import shopbell.model.Sentence;
import shopbell.model.Severity;
import shopbell.model.TicketStatus;
import shopbell.model.customer.Journey;
import shopbell.model.customer.Promise;
import shopbell.model.customer.PromiseState;
import shopbell.model.customer.Shipment;
import shopbell.model.customer.Tickets.Ticket;

/** Likely contact reasons from commitments: something we owe, or that is on its way. */
public final class CommitmentSignals {
  private static final Duration FRESH = Duration.ofDays(3);

  private static final Set<String> UNDONE = Set.of("order.cancelled", "order.returned");

  private CommitmentSignals() {}

  static Optional<ReasonSignal> promiseBroken(RuleInput ruleInput) {
    return promiseBroken(ruleInput.summary().promises(), ruleInput.now())
        .map(facts ->
            ReasonSignal.of(SignalPriors.PROMISE_BROKEN, Severity.CRITICAL, facts.toArray()));
  }

  /** Text and due time, as facts of a sentence, of the promise that was broken last; empty without one. */
  public static Optional<List<Object>> promiseBroken(List<Promise> promises, Instant now) {
    return promises.stream()
        .filter(p -> p.state() != PromiseState.KEPT && p.due().isBefore(now))
        .max(Comparator.comparing(Promise::due))
        .map(p -> List.of(p.text(), Sentence.since(p.due(), now)));
  }

  /** Due today, by the agents' clock. */
  static Optional<ReasonSignal> promiseDue(RuleInput ruleInput) {
    return ruleInput.summary().promises().stream()
        .filter(p -> p.state() == PromiseState.OPEN && !p.due().isBefore(ruleInput.now()))
        .filter(p -> ruleInput.words().sameDay(p.due(), ruleInput.now()))
        .min(Comparator.comparing(Promise::due))
        .map(p -> ReasonSignal.of(SignalPriors.PROMISE_DUE, Severity.WARNING, p.text(), p.due()));
  }

  static Optional<ReasonSignal> ticketCritical(RuleInput ruleInput) {
    return ticketCritical(ruleInput.summary().tickets().items(), ruleInput.now())
        .map(facts ->
            ReasonSignal.of(SignalPriors.TICKET_CRITICAL, Severity.CRITICAL, facts.toArray()));
  }

  /** Name and age, as facts of a sentence, of an open critical ticket, an overdue one first; empty without one. */
  public static Optional<List<Object>> ticketCritical(List<Ticket> tickets, Instant now) {
    return tickets.stream()
        .filter(t -> t.status() != TicketStatus.CLOSED && t.priority() == Priority.CRITICAL)
        .min(Comparator.comparing(t -> t.dueAt().filter(now::isAfter).isEmpty()))
        .map(t -> List.of(name(t), Sentence.since(t.openedAt(), now)));
  }

  static Optional<ReasonSignal> ticketOpen(RuleInput ruleInput) {
    return ruleInput.summary().tickets().items().stream()
        .filter(t -> t.status() != TicketStatus.CLOSED && t.priority() != Priority.CRITICAL)
        .findFirst()
        .map(t -> ReasonSignal.of(
            SignalPriors.TICKET_OPEN, Severity.INFO, name(t), ruleInput.since(t.updatedAt())));
  }

  static String name(Ticket ticket) {
    return "#" + ticket.number() + " " + ticket.subject();
  }

  static Optional<ReasonSignal> parcelFailed(RuleInput ruleInput) {
    return ruleInput.summary().shipments().stream()
        .filter(s -> s.deliveredAt().isEmpty() && s.exception().isPresent())
        .findFirst()
        .map(s -> ReasonSignal.of(
            SignalPriors.PARCEL_FAILED,
            Severity.WARNING,
            s.number(),
            s.exception().orElse("")));
  }

  static Optional<ReasonSignal> parcelLate(RuleInput ruleInput) {
    return ruleInput.summary().shipments().stream()
        .filter(s -> s.deliveredAt().isEmpty() && s.exception().isEmpty())
        .filter(s -> s.promisedAt().filter(ruleInput.now()::isAfter).isPresent())
        .max(Comparator.comparing(s -> s.promisedAt().orElseThrow()))
        .map(s -> ReasonSignal.of(
            SignalPriors.PARCEL_LATE,
            Severity.WARNING,
            s.number(),
            ruleInput.since(s.promisedAt().orElseThrow())));
  }

  static Optional<ReasonSignal> parcelMoving(RuleInput ruleInput) {
    return ruleInput.summary().shipments().stream()
        .filter(s -> s.deliveredAt().isEmpty() && s.exception().isEmpty())
        .filter(s -> s.promisedAt().filter(ruleInput.now()::isAfter).isEmpty())
        .findFirst()
        .map(s ->
            ReasonSignal.of(SignalPriors.PARCEL_MOVING, Severity.INFO, s.number(), expected(s)));
  }

  private static Object expected(Shipment shipment) {
    return shipment.expectedAt().or(shipment::promisedAt).<Object>map(at -> at).orElse("–");
  }

  static Optional<ReasonSignal> parcelThere(RuleInput ruleInput) {
    return ruleInput.summary().shipments().stream()
        .filter(s -> s.deliveredAt().filter(at -> ruleInput.within(FRESH, at)).isPresent())
        .findFirst()
        .map(s -> ReasonSignal.of(
            SignalPriors.PARCEL_THERE,
            Severity.INFO,
            s.number(),
            ruleInput.since(s.deliveredAt().orElseThrow())));
  }

  /**
   * An order of the last 30 days that was cancelled or returned, while no refund is known since. The day of the
   * cancellation is not stored with a step, so the day of the order is what counts.
   */
  static Optional<ReasonSignal> refundExpected(RuleInput ruleInput) {
    List<Journey.Item> orders = ruleInput.summary().journey().stream()
        .filter(item ->
            item.kind().equals("order") && ruleInput.within(RecentActivity.MONTH, item.at()))
        .toList();
    return orders.stream().anyMatch(item -> item.name().equals("order.refunded"))
        ? Optional.empty()
        : orders.stream()
            .filter(item -> UNDONE.contains(item.name()))
            .max(Comparator.comparing(Journey.Item::at))
            .map(item -> ReasonSignal.of(
                SignalPriors.REFUND_EXPECTED,
                Severity.INFO,
                ruleInput.text(item),
                ruleInput.since(item.at())));
  }

  static Optional<ReasonSignal> orderFresh(RuleInput ruleInput) {
    return ruleInput.summary().journey().stream()
        .filter(item -> PurchaseSteps.is(item) && ruleInput.within(FRESH, item.at()))
        .max(Comparator.comparing(Journey.Item::at))
        .map(item -> ReasonSignal.of(
            SignalPriors.ORDER_FRESH,
            Severity.INFO,
            ruleInput.text(item),
            ruleInput.since(item.at())));
  }
}
