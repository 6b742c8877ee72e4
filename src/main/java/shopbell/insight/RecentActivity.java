package shopbell.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.model.Channel;
import shopbell.model.Direction;
import shopbell.model.card.CustomerSummary;
import shopbell.model.customer.ContactHistory;
import shopbell.model.customer.Journey;
import shopbell.model.customer.Promise;
import shopbell.model.customer.Shipment;
import shopbell.model.customer.Tickets;
import shopbell.model.interaction.Interaction;

/**
 * The input of the friction rules: the steps of the last 30 days, newest first, and what is open.
 *
 * @param orders the times of purchases, newest first
 * @param contacts those the customer began, newest first
 * @param calling the current contact
 */
public record RecentActivity(
    List<RecentStep> steps,
    List<Instant> orders,
    List<ContactHistory.Contact> contacts,
    List<Tickets.Ticket> tickets,
    List<Promise> promises,
    List<Shipment> shipments,
    Optional<Calling> calling,
    Instant now) {
  static final Duration LATELY = Duration.ofDays(7);
  static final Duration MONTH = Duration.ofDays(30);

  /** A touchpoint as the catalogue reads it; {@code visit} groups those of one visit. */
  public record RecentStep(
      String id,
      Instant at,
      String name,
      Map<String, String> names,
      String text,
      StepMeaning act,
      String visit) {}

  /** The current contact. */
  public record Calling(Channel channel, Instant at) {}

  public RecentActivity {
    steps = List.copyOf(steps);
    orders = List.copyOf(orders);
    contacts = List.copyOf(contacts);
    tickets = List.copyOf(tickets);
    promises = List.copyOf(promises);
    shipments = List.copyOf(shipments);
  }

  /** Collected from all data about a customer. */
  static RecentActivity of(
      CustomerSummary customerSummary,
      Optional<Interaction> interaction,
      StepCatalogue stepCatalogue,
      Instant now) {
    Map<String, String> visits = VisitSessions.visits(customerSummary.journey());
    return new RecentActivity(
        customerSummary.journey().stream()
            .filter(item -> visits.containsKey(item.id()) && item.at().isAfter(now.minus(MONTH)))
            .map(item -> step(item, stepCatalogue, visits.get(item.id())))
            .toList(),
        customerSummary.journey().stream()
            .filter(PurchaseSteps::is)
            .map(Journey.Item::at)
            .toList(),
        customerSummary.history().items().stream()
            .filter(c -> c.direction() == Direction.IN && c.over())
            .toList(),
        customerSummary.tickets().items(),
        customerSummary.promises(),
        customerSummary.shipments(),
        interaction
            .filter(i -> i.direction() == Direction.IN)
            .map(i -> new Calling(i.channel(), i.arrivedAt())),
        now);
  }

  /** Steps of the last seven days. */
  List<RecentStep> lately() {
    return steps.stream().filter(recentStep -> lately(recentStep.at())).toList();
  }

  boolean lately(Instant at) {
    return at.isAfter(now.minus(LATELY));
  }

  /** The steps of the visit {@code recentStep} belongs to, newest first. */
  List<RecentStep> visit(RecentStep recentStep) {
    return steps.stream()
        .filter(other -> other.visit().equals(recentStep.visit()))
        .toList();
  }

  private static RecentStep step(Journey.Item item, StepCatalogue stepCatalogue, String visit) {
    return new RecentStep(
        item.id(),
        item.at(),
        stepCatalogue.keyOf(item.name()),
        stepCatalogue.names(item.name()),
        item.text(),
        stepCatalogue.act(item),
        visit);
  }
}
