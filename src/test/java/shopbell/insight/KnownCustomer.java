package shopbell.insight;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import shopbell.i18n.Words;
import shopbell.model.Channel;
import shopbell.model.CustomerDetails;
import shopbell.model.CustomerKind;
import shopbell.model.Direction;
import shopbell.model.FeedbackKind;
import shopbell.model.Priority;
import shopbell.model.TicketStatus;
import shopbell.model.card.CustomerSummary;
import shopbell.model.customer.ContactHistory;
import shopbell.model.customer.Customer;
import shopbell.model.customer.CustomerValue;
import shopbell.model.customer.Journey;
import shopbell.model.customer.Promise;
import shopbell.model.customer.PromiseState;
import shopbell.model.customer.Satisfaction.SurveyAnswer;
import shopbell.model.customer.Shipment;
import shopbell.model.customer.Tickets;
import shopbell.model.customer.Tickets.Ticket;
import shopbell.model.event.EndCause;
import shopbell.model.interaction.InteractionState;

/** A known customer, built in a test; all times are "ago", see {@link TrailText#ago}. */
public final class KnownCustomer {
  public static final Words ENGLISH = new Words(Locale.ENGLISH, ZoneOffset.UTC);
  public static final StepCatalogue CATALOGUE = new StepCatalogue(
      Map.of(
          "checkout.abandoned", Map.of("en", "Checkout abandoned", "does", "abandon"),
          "returns.viewed", Map.of("en", "Read about returns", "does", "help", "about", "return")),
      "en");

  private static final List<String> NAMES = List.of(
      "product.viewed",
      "checkout.started",
      "checkout.abandoned",
      "payment.failed",
      "help.viewed",
      "returns.viewed",
      "page.error",
      "Order Completed",
      "?");

  private final List<Journey.Item> journey = new ArrayList<>();
  private final List<ContactHistory.Contact> contacts = new ArrayList<>();
  private final List<Ticket> tickets = new ArrayList<>();
  private final List<Promise> promises = new ArrayList<>();
  private final List<SurveyAnswer> answers = new ArrayList<>();
  private final List<Shipment> shipments = new ArrayList<>();
  private int orders;

  /** A step on the web. */
  public KnownCustomer visited(String name, String ago) {
    return happened("touchpoint", name, "", ago);
  }

  /** An order. */
  public KnownCustomer bought(String number, String ago) {
    orders++;
    return happened("order", "order.paid", number, ago);
  }

  /** An order that is not a purchase any more: {@code order.cancelled}, {@code order.returned} or {@code order.refunded}. */
  KnownCustomer undone(String step, String number, String ago) {
    return happened("order", step, number, ago);
  }

  private KnownCustomer happened(String kind, String name, String text, String ago) {
    journey.add(new Journey.Item(
        kind + name + ago,
        TrailText.ago(ago),
        "web",
        kind,
        name,
        text,
        "shop",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of()));
    return this;
  }

  /** A contact that was wrapped up. */
  public KnownCustomer spoke(String disposition, String reason, String ago) {
    return contact(Optional.of(disposition), Optional.of(reason), EndCause.COMPLETED, ago);
  }

  /** An unanswered contact. */
  public KnownCustomer gaveUp(String ago) {
    return contact(Optional.empty(), Optional.empty(), EndCause.ABANDONED, ago);
  }

  private KnownCustomer contact(
      Optional<String> disposition, Optional<String> reason, EndCause endCause, String ago) {
    Instant at = TrailText.ago(ago);
    contacts.add(new ContactHistory.Contact(
        TrailText.id("contact" + ago),
        Channel.CALL,
        Direction.IN,
        at,
        Optional.empty(),
        Optional.of(at.plusSeconds(60)),
        Optional.of(endCause),
        Optional.of("support"),
        0,
        Optional.of("anna"),
        disposition,
        reason,
        Optional.of("wants a new one"),
        InteractionState.CLOSED,
        Optional.empty()));
    return this;
  }

  /** A ticket without a due time. */
  public KnownCustomer asked(String number, Priority priority, String ago) {
    return ticket(number, priority, ago, Optional.empty());
  }

  KnownCustomer answered(String number, String opened, String closed) {
    return ticket(number, Priority.NORMAL, opened, Optional.of(TrailText.ago(closed)));
  }

  private KnownCustomer ticket(
      String number, Priority priority, String ago, Optional<Instant> closed) {
    Instant at = TrailText.ago(ago);
    tickets.add(new Ticket(
        TrailText.id(number),
        "desk",
        number,
        "Lamp flickers",
        closed.isPresent() ? TicketStatus.CLOSED : TicketStatus.OPEN,
        priority,
        at,
        at,
        Optional.empty(),
        closed,
        Optional.empty(),
        Optional.empty()));
    return this;
  }

  /** Due {@code ago}; kept when {@code kept} names a time. */
  public KnownCustomer promised(String text, String ago, String kept) {
    Instant due = TrailText.ago(ago);
    boolean open = kept.isEmpty();
    PromiseState state = !open
        ? PromiseState.KEPT
        : due.isBefore(TrailText.NOW) ? PromiseState.BROKEN : PromiseState.OPEN;
    promises.add(new Promise(
        TrailText.id(text),
        text,
        due,
        state,
        Optional.of("anna"),
        due,
        Optional.empty(),
        Optional.empty(),
        open ? Optional.empty() : Optional.of(TrailText.ago(kept))));
    return this;
  }

  /** An answer to a survey, {@code ago} as in "2h" or "3d". */
  public KnownCustomer rated(FeedbackKind kind, int score, String ago) {
    answers.add(new SurveyAnswer(kind, score, TrailText.ago(ago), Optional.empty()));
    return this;
  }

  /** Promised {@code promised}; there when {@code there} names a time. */
  public KnownCustomer parcel(String number, String promised, String there) {
    shipments.add(new Shipment(
        TrailText.id(number),
        "shop",
        number,
        "in-transit",
        Optional.of(TrailText.ago(promised)),
        Optional.empty(),
        there.isEmpty() ? Optional.empty() : Optional.of(TrailText.ago(there)),
        Optional.empty(),
        Optional.empty()));
    return this;
  }

  /** What the rules see, in English. */
  public RuleInput look() {
    return look(ENGLISH);
  }

  RuleInput look(Words words) {
    journey.sort(Comparator.comparing(Journey.Item::at).reversed());
    contacts.sort(Comparator.comparing(ContactHistory.Contact::at).reversed());
    CustomerSummary customerSummary = new CustomerSummary(
        new Customer(
            new UUID(1, 1),
            CustomerKind.PERSON,
            "Mia Falk",
            List.of(),
            CustomerDetails.NONE,
            List.of(),
            Map.of(),
            List.of(),
            List.of()),
        orders == 0 ? Optional.empty() : Optional.of(value()),
        new Tickets(tickets.size(), 0, tickets),
        journey,
        new ContactHistory(contacts.size(), contacts.size(), contacts),
        promises,
        answers,
        shipments,
        Optional.empty());
    return RuleInput.at(
        customerSummary, Optional.empty(), new RuleInput.Tongue(words, CATALOGUE), TrailText.NOW);
  }

  private CustomerValue value() {
    return CustomerValue.of(
            List.of(new CustomerValue.InCurrency(
                "EUR", BigDecimal.TEN, BigDecimal.TEN, orders, Optional.empty(), Optional.empty())),
            "EUR")
        .orElseThrow();
  }

  /** Sixty steps, thirty contacts, ten tickets, a promise and a parcel. */
  public static KnownCustomer ofALongStory() {
    KnownCustomer somebody =
        new KnownCustomer().promised("Call back", "3h", "").parcel("P1", "2d", "");
    List<String> names = List.of("product.viewed", "checkout.started", "payment.failed");
    for (int i = 0; i < 60; i++) {
      somebody.visited(names.get(i % 3), (i * 9) + "m");
    }
    for (int i = 1; i <= 30; i++) {
      somebody.spoke("resolved", "delivery", i + "h");
    }
    for (int i = 1; i <= 10; i++) {
      somebody.asked("" + i, Priority.NORMAL, i + "d");
    }
    return somebody;
  }

  /** Any mixture of steps, contacts, tickets, orders, parcels, promises and answers. */
  public static KnownCustomer random(SplittableRandom random) {
    KnownCustomer somebody = new KnownCustomer();
    for (int i = random.nextInt(20); i > 0; i--) {
      somebody.visited(NAMES.get(random.nextInt(NAMES.size())), random.nextInt(20_000) + "m");
    }
    for (int i = random.nextInt(5); i > 0; i--) {
      somebody.spoke("callback", "delivery", random.nextInt(20_000) + "m");
      somebody.gaveUp(random.nextInt(20_000) + "m");
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      Priority priority = random.nextBoolean() ? Priority.NORMAL : Priority.CRITICAL;
      somebody.asked("t" + i, priority, random.nextInt(20_000) + "m");
      somebody.bought("B" + i, random.nextInt(20_000) + "m");
      somebody.parcel(
          "P" + i, random.nextInt(-5_000, 9_000) + "m", random.nextBoolean() ? "" : "9h");
      somebody.promised(
          "p" + i, random.nextInt(-3_000, 9_000) + "m", random.nextBoolean() ? "" : "9h");
      somebody.rated(FeedbackKind.NPS, random.nextInt(11), random.nextInt(20_000) + "m");
    }
    return somebody;
  }
}
