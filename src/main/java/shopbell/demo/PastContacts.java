package shopbell.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import shopbell.model.Channel;
import shopbell.model.Direction;
import shopbell.model.ExternalId;
import shopbell.model.Priority;
import shopbell.model.TicketStatus;
import shopbell.model.event.ContactRecord;
import shopbell.model.event.EndCause;
import shopbell.model.event.Inbound;
import shopbell.model.event.OrderRecord;
import shopbell.model.event.ShipmentRecord;
import shopbell.model.event.TicketRecord;
import shopbell.model.event.TouchpointRecord;

/**
 * One customer's calls in the last 400 days: many have a cause, some are about the customer's usual matter or come out
 * of the blue, and agents do not always record the right reason. What is visible before a call does not decide its
 * reason, nor does its queue.
 */
final class PastContacts {
  private static final int DAYS = 400;
  private static final int MOST = 12;
  private static final double MISTAKEN = 0.1;

  /** Of contacts after an event, those that are about the customer's usual matter all the same. */
  private static final double UNRELATED = 0.2;

  private static final double HABITUAL = 0.6;
  private static final double ADVISED_BY_SALES = 0.7;
  private static final double OTHERWISE_BY_SALES = 0.15;
  private static final List<String> USUAL_MATTERS =
      List.of("advice", "invoice", "return", "order", "delivery", "checkout", "other");
  private static final double FOLLOWED_UP = 0.4;
  private static final double REMINDED = 0.7;
  private static final List<String> OUT_OF_THE_BLUE =
      List.of("advice", "advice", "advice", "advice", "other", "other", "invoice", "order");
  private static final List<String> DISPOSITIONS = List.of(
      "resolved", "resolved", "resolved", "resolved", "unresolved", "callback", "escalated");

  private final Instant now;
  private final int number;
  private final SplittableRandom random;
  private final List<Concern> concerns = new ArrayList<>();
  private final List<Inbound> read = new ArrayList<>();

  /** A future call and its reason. */
  record Concern(Instant at, String reason) {}

  private PastContacts(Instant now, int number, SplittableRandom random) {
    this.now = now;
    this.number = number;
    this.random = random;
  }

  /** The contacts that {@code life} leads to, and the web pages read before them. */
  static List<Inbound> of(Instant now, int number, List<Inbound> life, SplittableRandom random) {
    PastContacts pastContacts = new PastContacts(now, number, random);
    life.forEach(pastContacts::because);
    int blue = (int) (-Math.log(1 - random.nextDouble()) * 0.9);
    for (int i = 0; i < blue; i++) {
      long minutes = random.nextLong(60L * 20, 60L * 24 * DAYS);
      String reason = random.nextDouble() < HABITUAL
          ? pastContacts.usualMatter()
          : DemoTexts.one(OUT_OF_THE_BLUE, random);
      pastContacts.concerns.add(new Concern(now.minus(Duration.ofMinutes(minutes)), reason));
    }
    List<Inbound> all = new ArrayList<>(pastContacts.contacts());
    all.addAll(pastContacts.read);
    return all;
  }

  private void because(Inbound happened) {
    if (happened instanceof TicketRecord ticket && ticket.status() != TicketStatus.CLOSED) {
      double odds = ticket.priority() == Priority.CRITICAL ? 0.6 : 0.35;
      maybe(odds, ticket.openedAt(), 3, 60, "ticket");
    } else if (happened instanceof ShipmentRecord shipment) {
      parcel(shipment);
    } else if (happened instanceof OrderRecord order) {
      maybe(0.09, order.placedAt(), 1, 40, "order");
      looksUp(0.07, order.placedAt().plus(Duration.ofDays(8)), "invoice.viewed", "invoice");
    } else if (happened instanceof TouchpointRecord step && step.name().endsWith("abandoned")) {
      maybe(0.3, step.at(), 0, 16, "checkout");
    }
  }

  private void parcel(ShipmentRecord shipment) {
    if (shipment.status().equals("failed")) {
      maybe(0.55, shipment.at(), 1, 20, "delivery");
    } else if (shipment.status().equals("delivered")) {
      boolean late = shipment.promisedAt().filter(shipment.at()::isAfter).isPresent();
      maybe(late ? 0.35 : 0.02, shipment.promisedAt().orElse(shipment.at()), 0, 14, "delivery");
      looksUp(0.09, shipment.at().plus(Duration.ofHours(12)), "returns.viewed", "return");
    }
  }

  /** Six of ten read about it first. */
  private void looksUp(double odds, Instant from, String page, String reason) {
    int before = concerns.size();
    maybe(odds, from, 2, 110, reason);
    if (concerns.size() > before && random.nextInt(10) < 6) {
      Instant at = concerns.get(before).at().minus(Duration.ofMinutes(random.nextInt(10, 1_500)));
      String id = number + "-" + page + concerns.size();
      read.add(new TouchpointRecord(
          "read " + id,
          at,
          id,
          CustomerTimeline.who(number),
          "web",
          page,
          Map.of(),
          Optional.empty()));
    }
  }

  private void maybe(double odds, Instant from, int hoursFrom, int hoursTo, String reason) {
    boolean does = random.nextDouble() < odds;
    Instant at = from.plus(Duration.ofMinutes(random.nextInt(60 * hoursFrom + 5, 60 * hoursTo)));
    if (does && at.isBefore(now.minus(Duration.ofMinutes(90))) && at.isAfter(ago(DAYS))) {
      boolean unrelated = random.nextDouble() < UNRELATED;
      concerns.add(new Concern(at, unrelated ? usualMatter() : reason));
    }
  }

  /** The subject of most of this customer's calls that nothing announces. */
  private String usualMatter() {
    return USUAL_MATTERS.get(number * 31 % USUAL_MATTERS.size());
  }

  private String queue(String reason) {
    double sales = reason.equals("advice") ? ADVISED_BY_SALES : OTHERWISE_BY_SALES;
    return random.nextDouble() < sales ? "sales" : "support";
  }

  private List<ContactRecord> contacts() {
    List<ContactRecord> contacts = new ArrayList<>();
    for (int i = 0; i < Math.min(concerns.size(), MOST); i++) {
      ContactRecord contact = contact(concerns.get(i), i);
      contacts.add(contact);
      if (PastPromises.made(contact)) {
        maybe(
            PastPromises.broken(contact) ? REMINDED : 0,
            PastPromises.due(contact),
            1,
            30,
            "promise");
      } else if (!contact.disposition().equals(Optional.of("resolved"))) {
        maybe(FOLLOWED_UP, contact.at(), 20, 140, "follow-up");
      }
    }
    contacts.sort(Comparator.comparing(ContactRecord::at));
    return contacts;
  }

  private ContactRecord contact(Concern concern, int index) {
    boolean mistaken = random.nextDouble() < MISTAKEN;
    String reason = mistaken ? DemoTexts.one(OUT_OF_THE_BLUE, random) : concern.reason();
    String id = number + "-" + index;
    return new ContactRecord(
        "contact " + id,
        concern.at(),
        new ExternalId("archive", id),
        CustomerTimeline.who(number),
        random.nextInt(4) == 0 ? Channel.CHAT : Channel.CALL,
        Direction.IN,
        concern.at().plusSeconds(random.nextInt(60, 900)),
        EndCause.COMPLETED,
        Optional.of(queue(concern.reason())),
        Optional.of(random.nextBoolean() ? "anna" : "ben"),
        Optional.of(DemoTexts.one(DISPOSITIONS, random)),
        Optional.of(reason),
        Optional.of(DemoTexts.one(DemoCustomers.vocabulary(number).notes(), random)));
  }

  private Instant ago(int days) {
    return now.minus(Duration.ofDays(days));
  }
}
