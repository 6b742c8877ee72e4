package shopbell.store.card;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import shopbell.model.CustomerDetails;
import shopbell.model.CustomerKind;
import shopbell.model.Priority;
import shopbell.model.TicketStatus;
import shopbell.model.customer.Company;
import shopbell.model.customer.Customer;
import shopbell.model.customer.Tickets;
import shopbell.model.customer.Tickets.Ticket;

class CompanyRowsTest {
  private static final UUID QUIET = new UUID(0, 1);
  private static final UUID BUSY = new UUID(0, 2);

  private static CompanyRows.MembershipRow in(UUID firm, String name, String role) {
    return new CompanyRows.MembershipRow(firm, name, role, firm, name);
  }

  private static Ticket ticket(int number, TicketStatus status) {
    return ticket(number, status, Priority.NORMAL);
  }

  private static Ticket ticket(int number, TicketStatus status, Priority priority) {
    return new Ticket(
        new UUID(1, number),
        "desk",
        "" + number,
        "Subject",
        status,
        priority,
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static CompanyRows.OpenThere open(UUID firm, int of, int number) {
    return new CompanyRows.OpenThere(firm, of, ticket(number, TicketStatus.OPEN));
  }

  private static Customer customer(CustomerKind kind) {
    return new Customer(
        new UUID(0, 9),
        kind,
        "Falk",
        List.of(),
        CustomerDetails.NONE,
        List.of(),
        Map.of(),
        List.of(),
        List.of());
  }

  private static Optional<Company> of(
      List<CompanyRows.MembershipRow> in, List<CompanyRows.OpenThere> open) {
    return new CompanyRows(in, open).of(customer(CustomerKind.PERSON), Tickets.none());
  }

  @Test
  void aPersonWithoutACompanyHasNoCompanyCard() {
    assertEquals(Optional.empty(), of(List.of(), List.of()));
  }

  @Test
  void ofSeveralTheOneWithMostOpenRequestsCountsThoughOnlySomeOfThemAreShown() {
    Company company = of(
            List.of(in(QUIET, "A quiet one", "owner"), in(BUSY, "Busy", "buyer")),
            List.of(open(QUIET, 2, 1), open(QUIET, 2, 2), open(BUSY, 40, 3)))
        .orElseThrow();
    assertEquals("Busy", company.name());
    assertEquals(
        List.of("3"), company.openTickets().stream().map(Ticket::number).toList());
  }

  @Test
  void ofSeveralEquallyBusyOnesTheFirstByNameCounts() {
    assertEquals(
        "A",
        of(List.of(in(BUSY, "B", "buyer"), in(QUIET, "A", "buyer")), List.of())
            .orElseThrow()
            .name());
  }

  @Test
  void whoIsInACompanyByTwoRecordsSeesEachOfItsRequestsOnce() {
    Company company = of(
            List.of(in(BUSY, "Busy", "owner"), in(BUSY, "Busy", "buyer")),
            List.of(open(BUSY, 2, 1), open(BUSY, 2, 2), open(BUSY, 2, 1), open(BUSY, 2, 2)))
        .orElseThrow();
    assertEquals(Optional.of("buyer"), company.role());
    assertEquals(
        List.of("1", "2"), company.openTickets().stream().map(Ticket::number).toList());
  }

  @Test
  void aCriticalRequestIsShownFirstInWhateverOrderTheyCome() {
    CompanyRows.OpenThere critical =
        new CompanyRows.OpenThere(BUSY, 2, ticket(2, TicketStatus.OPEN, Priority.CRITICAL));
    Company company = of(List.of(in(BUSY, "Busy", "buyer")), List.of(open(BUSY, 2, 1), critical))
        .orElseThrow();
    assertEquals(
        List.of("2", "1"), company.openTickets().stream().map(Ticket::number).toList());
  }

  @Test
  void aCompanyThatCallsIsItsOwn() {
    Tickets own =
        new Tickets(1, 0, List.of(ticket(1, TicketStatus.PENDING), ticket(2, TicketStatus.CLOSED)));
    Company company = new CompanyRows(List.of(), List.of())
        .of(customer(CustomerKind.COMPANY), own)
        .orElseThrow();
    assertEquals(Optional.empty(), company.role());
    assertEquals(
        List.of("1"), company.openTickets().stream().map(Ticket::number).toList());
  }
}
