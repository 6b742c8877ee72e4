package shopbell.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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

  /**
   * The same without what it says of the contact whose card it is for, and with what is one contact to the customer as one; see
   * {@link History#besides}.
   */
  public Summary besides(Optional<Interaction> own) {
    History others = history.besides(own);
    Set<String> gone = history.items().stream()
        .map(History.Contact::interaction)
        .filter(id -> others.contact(id).isEmpty())
        .map(UUID::toString)
        .collect(Collectors.toSet());
    return with(
        others, journey.stream().filter(item -> !gone.contains(item.id())).toList());
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
