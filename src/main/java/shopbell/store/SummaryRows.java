package shopbell.store;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shopbell.model.Customer;
import shopbell.model.Handle;
import shopbell.model.History;
import shopbell.model.Journey;
import shopbell.model.Promise;
import shopbell.model.Satisfaction;
import shopbell.model.Shipment;
import shopbell.model.Summary;
import shopbell.model.Tickets;
import shopbell.model.Tickets.Ticket;
import shopbell.model.Value;

/** The rows of the statement {@code summary} about one customer, put in order. */
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
  private final Parts parts;
  private final List<Ticket> tickets;
  private final List<Steps.Opinion> opinions;
  private final List<Steps.Parcel> parcels;

  /** {@code now} is for when they were asked, {@code currency} that of the shop. */
  SummaryRows(List<Row> rows, Instant now, String currency) {
    List<Row> others = new ArrayList<>();
    for (Row row : rows) {
      if (row.getUUID("id") == null) {
        others.add(row);
      } else {
        steps.add(Steps.of(row));
      }
    }
    this.now = now;
    this.currency = currency;
    parts = new Parts(others);
    tickets = parts.all("ticket", Ticket.class).stream().sorted(Tickets.URGENT).toList();
    opinions = parts.all("opinion", Steps.Opinion.class);
    parcels = parts.all("parcel", Steps.Parcel.class);
  }

  /** Without what is not to be used; empty where there is no such customer. */
  Optional<Summary> summary() {
    List<Persons.InSystem> records = parts.all("record", Persons.InSystem.class);
    return records.isEmpty() ? Optional.empty() : Optional.of(summary(new Persons(records)));
  }

  private Summary summary(Persons persons) {
    Summary all = all(persons);
    return persons.consents().map(consents -> consents.applied(all)).orElse(all);
  }

  private Summary all(Persons persons) {
    List<Firms.Membership> memberships = parts.all("organization", Firms.Membership.class);
    Customer customer = persons.customer(
        memberships.stream().map(Firms.Membership::organization).toList(),
        parts.all("handle", Handle.class));
    Tickets asked = asked();
    History history = history();
    return new Summary(
        customer,
        Value.of(parts.all("value", Value.InCurrency.class), currency),
        asked,
        journey(history),
        history,
        parts.all("promise", Promise.class).stream().sorted(OWED).toList(),
        answers(),
        shipments(),
        new Firms(memberships, parts.all("open at firm", Firms.OpenThere.class))
            .of(customer, asked));
  }

  private Tickets asked() {
    Open open = parts.one("tickets", Open.class).orElseThrow();
    return new Tickets(
        open.open(), open.critical(), tickets.stream().limit(MOST_TICKETS).toList());
  }

  private History history() {
    Contacts contacts = parts.one("contacts", Contacts.class).orElseThrow();
    List<History.Contact> items = parts.all("contact", History.Contact.class).stream()
        .sorted(Comparator.comparing(History.Contact::at).reversed())
        .toList();
    return new History(contacts.all(), contacts.last30Days(), items);
  }

  private List<Journey.Item> journey(History history) {
    return Stream.of(
            steps.stream(),
            Steps.of(tickets, Steps::of, now),
            Steps.of(history.items(), Steps::of, now),
            Steps.of(opinions, Steps::of, now),
            Steps.of(parcels, parcel -> Steps.of(parcel, now), now))
        .flatMap(kind -> kind)
        .sorted(Steps.NEWEST)
        .limit(MOST_STEPS)
        .toList();
  }

  private List<Satisfaction.Answer> answers() {
    return opinions.stream()
        .map(Steps.Opinion::answer)
        .sorted(Comparator.comparing(Satisfaction.Answer::at).reversed())
        .limit(MOST_ANSWERS)
        .toList();
  }

  /** Of those on their way or there lately, the ten that were promised last. */
  private List<Shipment> shipments() {
    List<Shipment> open = parcels.stream()
        .map(Steps.Parcel::shipment)
        .filter(this::lately)
        .sorted(PROMISED)
        .toList();
    return open.subList(Math.max(0, open.size() - MOST_PARCELS), open.size());
  }

  private boolean lately(Shipment parcel) {
    return parcel.deliveredAt().map(now.minus(DELIVERED_LATELY)::isBefore).orElse(true);
  }
}
