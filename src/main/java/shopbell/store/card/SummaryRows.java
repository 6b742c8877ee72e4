package shopbell.store.card;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shopbell.model.Handle;
import shopbell.model.card.CustomerSummary;
import shopbell.model.customer.ContactHistory;
import shopbell.model.customer.Customer;
import shopbell.model.customer.CustomerValue;
import shopbell.model.customer.Journey;
import shopbell.model.customer.Promise;
import shopbell.model.customer.Satisfaction;
import shopbell.model.customer.Shipment;
import shopbell.model.customer.Tickets;
import shopbell.model.customer.Tickets.Ticket;
import shopbell.store.sql.JsonParts;

/** The rows of the statement {@code summary} about one customer, converted to a summary. */
final class SummaryRows {
  private static final int MOST_STEPS = 90;
  private static final int MOST_TICKETS = 10;
  private static final int MOST_ANSWERS = 5;
  private static final int MOST_PARCELS = 10;
  private static final Duration DELIVERED_LATELY = Duration.ofDays(14);

  private static final Comparator<Promise> OWED = Comparator.comparing(
          (Promise promise) -> promise.keptAt().isPresent())
      .thenComparing(Promise::due);
  private static final Comparator<Shipment> PROMISED =
      Comparator.comparing(parcel -> parcel.promisedAt().orElse(Instant.MAX));

  /** How many tickets are open. */
  record Open(int open, int critical) {}

  /** How many former contacts there are. */
  record Contacts(int all, int last30Days) {}

  private final Instant now;
  private final String currency;
  private final List<Journey.Item> steps = new ArrayList<>();
  private final JsonParts jsonParts;
  private final List<Ticket> tickets;
  private final List<TimelineSteps.Opinion> opinions;
  private final List<TimelineSteps.Parcel> parcels;

  /** {@code now} is the time of the lookup, {@code currency} that of the shop. */
  SummaryRows(List<Row> rows, Instant now, String currency) {
    List<Row> others = new ArrayList<>();
    for (Row row : rows) {
      if (row.getUUID("id") == null) {
        others.add(row);
      } else {
        steps.add(TimelineSteps.of(row));
      }
    }
    this.now = now;
    this.currency = currency;
    jsonParts = new JsonParts(others);
    tickets =
        jsonParts.all("ticket", Ticket.class).stream().sorted(Tickets.URGENT).toList();
    opinions = jsonParts.all("opinion", TimelineSteps.Opinion.class);
    parcels = jsonParts.all("parcel", TimelineSteps.Parcel.class);
  }

  /** Without data the customer's consents exclude; empty where there is no such customer. */
  Optional<CustomerSummary> summary() {
    List<MergedCustomer.InSystem> records = jsonParts.all("record", MergedCustomer.InSystem.class);
    return records.isEmpty() ? Optional.empty() : Optional.of(summary(new MergedCustomer(records)));
  }

  private CustomerSummary summary(MergedCustomer mergedCustomer) {
    CustomerSummary all = all(mergedCustomer);
    return mergedCustomer.consents().map(consents -> consents.applied(all)).orElse(all);
  }

  private CustomerSummary all(MergedCustomer mergedCustomer) {
    List<CompanyRows.MembershipRow> memberships =
        jsonParts.all("organization", CompanyRows.MembershipRow.class);
    Customer customer = mergedCustomer.customer(
        memberships.stream().map(CompanyRows.MembershipRow::organization).toList(),
        jsonParts.all("handle", Handle.class));
    Tickets asked = asked();
    ContactHistory contactHistory = history();
    return new CustomerSummary(
        customer,
        value(),
        asked,
        journey(contactHistory),
        contactHistory,
        jsonParts.all("promise", Promise.class).stream().sorted(OWED).toList(),
        answers(),
        shipments(),
        new CompanyRows(memberships, jsonParts.all("open at firm", CompanyRows.OpenThere.class))
            .of(customer, asked));
  }

  private Optional<CustomerValue> value() {
    List<DaysBought> days = jsonParts.all("days bought", DaysBought.class);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return CustomerValue.of(jsonParts.all("value", CustomerValue.InCurrency.class), currency)
        .map(value -> value.with(days.stream()
            .filter(one -> one.currency().equals(value.currency()))
            .findFirst()
            .map(one -> one.pattern(value.lifetime(), today))));
  }

  private Tickets asked() {
    Open open = jsonParts.one("tickets", Open.class).orElseThrow();
    return new Tickets(
        open.open(), open.critical(), tickets.stream().limit(MOST_TICKETS).toList());
  }

  private ContactHistory history() {
    Contacts contacts = jsonParts.one("contacts", Contacts.class).orElseThrow();
    List<ContactHistory.Contact> items =
        jsonParts.all("contact", ContactHistory.Contact.class).stream()
            .sorted(Comparator.comparing(ContactHistory.Contact::at).reversed())
            .toList();
    return new ContactHistory(contacts.all(), contacts.last30Days(), items);
  }

  private List<Journey.Item> journey(ContactHistory contactHistory) {
    return Stream.of(
            steps.stream(),
            TimelineSteps.of(tickets, TimelineSteps::of, now),
            TimelineSteps.of(contactHistory.items(), TimelineSteps::of, now),
            TimelineSteps.of(opinions, TimelineSteps::of, now),
            TimelineSteps.of(parcels, parcel -> TimelineSteps.of(parcel, now), now))
        .flatMap(kind -> kind)
        .sorted(TimelineSteps.NEWEST)
        .limit(MOST_STEPS)
        .toList();
  }

  private List<Satisfaction.SurveyAnswer> answers() {
    return opinions.stream()
        .map(TimelineSteps.Opinion::answer)
        .sorted(Comparator.comparing(Satisfaction.SurveyAnswer::at).reversed())
        .limit(MOST_ANSWERS)
        .toList();
  }

  /** Of the shipments in transit or delivered lately, the ten with the latest promised date. */
  private List<Shipment> shipments() {
    List<Shipment> open = parcels.stream()
        .map(TimelineSteps.Parcel::shipment)
        .filter(this::lately)
        .sorted(PROMISED)
        .toList();
    return open.subList(Math.max(0, open.size() - MOST_PARCELS), open.size());
  }

  private boolean lately(Shipment parcel) {
    return parcel.deliveredAt().map(now.minus(DELIVERED_LATELY)::isBefore).orElse(true);
  }
}
