package shopbell.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.model.Channel;
import shopbell.model.Direction;
import shopbell.model.History;
import shopbell.model.Interaction;
import shopbell.model.Journey;
import shopbell.model.Promise;
import shopbell.model.Shipment;
import shopbell.model.Summary;
import shopbell.model.Tickets;

/**
 * What the rules of friction look at: the steps of the last 30 days, newest first, and what is open.
 *
 * @param orders when something was bought, newest first
 * @param contacts those the customer began, newest first
 * @param calling the contact that goes on now
 */
public record Trail(
    List<Step> steps,
    List<Instant> orders,
    List<History.Contact> contacts,
    List<Tickets.Ticket> tickets,
    List<Promise> promises,
    List<Shipment> shipments,
    Optional<Calling> calling,
    Instant now) {
  static final Duration LATELY = Duration.ofDays(7);
  static final Duration MONTH = Duration.ofDays(30);

  /** A touchpoint as the catalogue reads it; {@code visit} groups those of one visit. */
  public record Step(
      String id,
      Instant at,
      String name,
      Map<String, String> names,
      String text,
      Act act,
      String visit) {}

  /** A contact that goes on. */
  public record Calling(Channel channel, Instant at) {}

  public Trail {
    steps = List.copyOf(steps);
    orders = List.copyOf(orders);
    contacts = List.copyOf(contacts);
    tickets = List.copyOf(tickets);
    promises = List.copyOf(promises);
    shipments = List.copyOf(shipments);
  }

  /** Of everything known about a customer. */
  static Trail of(
      Summary summary, Optional<Interaction> interaction, Catalogue catalogue, Instant now) {
    Map<String, String> visits = Sessions.visits(summary.journey());
    return new Trail(
        summary.journey().stream()
            .filter(item -> visits.containsKey(item.id()) && item.at().isAfter(now.minus(MONTH)))
            .map(item -> step(item, catalogue, visits.get(item.id())))
            .toList(),
        summary.journey().stream().filter(Bought::is).map(Journey.Item::at).toList(),
        summary.history().items().stream()
            .filter(c -> c.direction() == Direction.IN && c.over())
            .toList(),
        summary.tickets().items(),
        summary.promises(),
        summary.shipments(),
        interaction
            .filter(i -> i.direction() == Direction.IN)
            .map(i -> new Calling(i.channel(), i.arrivedAt())),
        now);
  }

  /** Steps of the last seven days. */
  List<Step> lately() {
    return steps.stream().filter(step -> lately(step.at())).toList();
  }

  boolean lately(Instant at) {
    return at.isAfter(now.minus(LATELY));
  }

  /** The steps of the visit {@code step} belongs to, newest first. */
  List<Step> visit(Step step) {
    return steps.stream().filter(other -> other.visit().equals(step.visit())).toList();
  }

  private static Step step(Journey.Item item, Catalogue catalogue, String visit) {
    return new Step(
        item.id(),
        item.at(),
        catalogue.keyOf(item.name()),
        catalogue.names(item.name()),
        item.text(),
        catalogue.act(item),
        visit);
  }
}
