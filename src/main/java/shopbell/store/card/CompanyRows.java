package shopbell.store.card;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.CustomerKind;
import shopbell.model.TicketStatus;
import shopbell.model.customer.Company;
import shopbell.model.customer.Customer;
import shopbell.model.customer.Customer.Organization;
import shopbell.model.customer.Tickets;
import shopbell.model.customer.Tickets.Ticket;

/**
 * The companies of one person, including the customer itself where it is a company: of several, the one with most open
 * requests counts.
 */
final class CompanyRows {
  /** A company record that the person is a member of, and the surviving record of that company. */
  record MembershipRow(UUID id, String name, String role, UUID firm, String firmName) {
    Organization organization() {
      return new Organization(id, name, role);
    }
  }

  /** A ticket of a company, one of {@code open}. */
  record OpenThere(UUID firm, int open, Ticket ticket) {}

  private record Firm(Company company, int open) {}

  private static final Comparator<Firm> BUSIEST = Comparator.comparing(Firm::open)
      .reversed()
      .thenComparing(firm -> firm.company().name());

  private final Map<UUID, Firm> firms = new HashMap<>();

  CompanyRows(List<MembershipRow> memberships, List<OpenThere> there) {
    memberships.forEach(m -> firms.merge(
        m.firm(),
        firm(m, there),
        (one, other) -> role(one).compareTo(role(other)) <= 0 ? one : other));
  }

  private static String role(Firm firm) {
    return firm.company().role().orElse("");
  }

  private static Firm firm(MembershipRow of, List<OpenThere> there) {
    // several records of a person may be members of the same company
    Map<UUID, OpenThere> open = new HashMap<>();
    there.stream()
        .filter(one -> one.firm().equals(of.firm()))
        .forEach(one -> open.put(one.ticket().id(), one));
    List<Ticket> tickets =
        open.values().stream().map(OpenThere::ticket).sorted(Tickets.URGENT).toList();
    return new Firm(
        new Company(of.firm(), of.firmName(), Optional.of(of.role()), tickets, List.of()),
        open.values().stream().findFirst().map(OpenThere::open).orElse(0));
  }

  /** {@code tickets} are the customer's own. */
  Optional<Company> of(Customer customer, Tickets tickets) {
    if (customer.kind() == CustomerKind.COMPANY) {
      List<Ticket> open = tickets.items().stream()
          .filter(ticket -> ticket.status() != TicketStatus.CLOSED)
          .toList();
      firms.put(
          customer.id(),
          new Firm(
              new Company(customer.id(), customer.name(), Optional.empty(), open, List.of()),
              tickets.open()));
    }
    return firms.values().stream().min(BUSIEST).map(Firm::company);
  }
}
