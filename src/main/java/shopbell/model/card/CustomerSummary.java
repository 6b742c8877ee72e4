package shopbell.model.card;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import shopbell.model.customer.Company;
import shopbell.model.customer.ContactHistory;
import shopbell.model.customer.Customer;
import shopbell.model.customer.CustomerValue;
import shopbell.model.customer.Journey;
import shopbell.model.customer.Promise;
import shopbell.model.customer.Satisfaction;
import shopbell.model.customer.Shipment;
import shopbell.model.customer.Tickets;
import shopbell.model.interaction.Interaction;

/**
 * Everything the local store has of one customer, read in one round trip.
 *
 * @param feedback newest first, at most five
 * @param shipments not yet delivered, or delivered in the last 14 days
 */
public record CustomerSummary(
    Customer customer,
    Optional<CustomerValue> value,
    Tickets tickets,
    List<Journey.Item> journey,
    ContactHistory history,
    List<Promise> promises,
    List<Satisfaction.SurveyAnswer> feedback,
    List<Shipment> shipments,
    Optional<Company> company) {
  public CustomerSummary {
    journey = List.copyOf(journey);
    promises = List.copyOf(promises);
    feedback = List.copyOf(feedback);
    shipments = List.copyOf(shipments);
  }

  /**
   * A copy without the interaction the card is for; entries that are one contact to the customer are joined. See
   * {@link ContactHistory#besides}.
   */
  public CustomerSummary besides(Optional<Interaction> own) {
    ContactHistory others = history.besides(own);
    Set<String> gone = history.items().stream()
        .map(ContactHistory.Contact::interaction)
        .filter(id -> others.contact(id).isEmpty())
        .map(UUID::toString)
        .collect(Collectors.toSet());
    return with(
        others, journey.stream().filter(item -> !gone.contains(item.id())).toList());
  }

  /** A copy with another history. */
  public CustomerSummary with(ContactHistory other) {
    return with(other, journey);
  }

  private CustomerSummary with(ContactHistory contacts, List<Journey.Item> steps) {
    return new CustomerSummary(
        customer, value, tickets, steps, contacts, promises, feedback, shipments, company);
  }
}
