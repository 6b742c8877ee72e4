package shopbell.model.card;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import shopbell.model.customer.Company;
import shopbell.model.customer.ContactHistory;
import shopbell.model.customer.Customer;
import shopbell.model.customer.CustomerValue;
import shopbell.model.customer.Journey;
import shopbell.model.customer.Promise;
import shopbell.model.customer.Satisfaction;
import shopbell.model.customer.Shipment;
import shopbell.model.customer.Tickets;

/** The facts of a customer on a card; all parts are empty while the customer is unknown. */
public record CustomerProfile(
    Optional<Customer> customer,
    Optional<CustomerValue> value,
    Tickets tickets,
    Journey journey,
    ContactHistory history,
    List<Promise> promises,
    Satisfaction satisfaction,
    List<Shipment> shipments,
    Optional<Company> company) {
  public CustomerProfile {
    promises = List.copyOf(promises);
    shipments = List.copyOf(shipments);
  }

  /** Of an unknown customer. */
  public static CustomerProfile none() {
    return new CustomerProfile(
        Optional.empty(),
        Optional.empty(),
        Tickets.none(),
        Journey.none(),
        ContactHistory.none(),
        List.of(),
        new Satisfaction(Optional.empty(), Optional.empty()),
        List.of(),
        Optional.empty());
  }

  /** A copy with agents by the names they have here. */
  CustomerProfile named(UnaryOperator<String> names) {
    return with(history.named(names), company);
  }

  /** A copy with the company as it is now. */
  CustomerProfile with(Company now) {
    return with(history, Optional.of(now));
  }

  private CustomerProfile with(ContactHistory history, Optional<Company> company) {
    return new CustomerProfile(
        customer, value, tickets, journey, history, promises, satisfaction, shipments, company);
  }
}
