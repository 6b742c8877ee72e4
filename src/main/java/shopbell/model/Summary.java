package shopbell.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All that the local store knows of one customer, read in one round trip.
 *
 * @param feedback newest first, at most five
 * @param shipments not yet delivered, or delivered in the last 14 days
 */
public record Summary(
    Customer customer,
    Optional<Value> value,
    Tickets tickets,
    List<Journey.Item> journey,
    History history,
    List<Promise> promises,
    List<Satisfaction.Answer> feedback,
    List<Shipment> shipments,
    Optional<Company> company) {
  public Summary {
    journey = List.copyOf(journey);
    promises = List.copyOf(promises);
    feedback = List.copyOf(feedback);
    shipments = List.copyOf(shipments);
  }

  /** The same without what it says of one contact: the one whose card it is for. */
  public Summary besides(UUID interaction) {
    return history.contact(interaction).isEmpty()
        ? this
        : with(
            history.besides(interaction),
            journey.stream()
                .filter(item -> !item.id().equals(interaction.toString()))
                .toList());
  }

  /** The same with another history. */
  public Summary with(History other) {
    return with(other, journey);
  }

  private Summary with(History contacts, List<Journey.Item> steps) {
    return new Summary(
        customer, value, tickets, steps, contacts, promises, feedback, shipments, company);
  }
}
