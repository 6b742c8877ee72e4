package shopbell.model;

import java.util.List;
import java.util.Optional;

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
}
