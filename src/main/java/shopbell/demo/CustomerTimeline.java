package shopbell.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import shopbell.model.CustomerRef;
import shopbell.model.ExternalId;
import shopbell.model.Money;
import shopbell.model.Priority;
import shopbell.model.TicketStatus;
import shopbell.model.customer.Promise;
import shopbell.model.event.ContactRecord;
import shopbell.model.event.Inbound;
import shopbell.model.event.OrderRecord;
import shopbell.model.event.ShipmentRecord;
import shopbell.model.event.TicketRecord;

/** Two years of one customer's events, reproducible except for the date they are seen from. */
final class CustomerTimeline {
  private static final int DAYS = 730;
  private static final int PARCELS_KEPT = 410;
  private static final List<String> OUTCOMES =
      List.of("delivered", "delivered", "delivered", "delivered", "returned");

  /** Of open tickets; closed ones were never urgent. */
  private static final List<Priority> PRIORITIES = List.of(
      Priority.LOW,
      Priority.LOW,
      Priority.NORMAL,
      Priority.NORMAL,
      Priority.HIGH,
      Priority.HIGH,
      Priority.CRITICAL,
      Priority.CRITICAL,
      Priority.CRITICAL);

  private final Instant now;

  CustomerTimeline(Instant now) {
    this.now = now;
  }

  /** The customer and everything that belongs to it. */
  List<Inbound> life(int number) {
    SplittableRandom random = DemoCustomers.random(number).split();
    List<Inbound> life = new ArrayList<>();
    life.add(DemoCustomers.record(number, ago(DAYS + 1)));
    int orders = Math.min(
        24, (int) (-Math.log(1 - random.nextDouble()) * (DemoCustomers.company(number) ? 6 : 3)));
    orders += DemoCustomers.regular(number) ? random.nextInt(4, 9) : 0;
    for (int i = 0; i < orders; i++) {
      order(life, number, i, random);
    }
    tickets(life, number, random);
    life.addAll(new PastVisits(now).of(number, random));
    life.addAll(PastContacts.of(now, number, life, random));
    return life;
  }

  /** The promises: in past contacts, and recently to every thirtieth customer. */
  Map<UUID, List<Promise>> promises(int from, int to) {
    Map<UUID, List<Promise>> promises = new HashMap<>();
    for (int number = from; number < to; number++) {
      promises.put(DemoCustomers.id(number).uuid(), promises(number, life(number), now));
    }
    return promises;
  }

  /** The promises in {@code life}, with their state at {@code at}. */
  static List<Promise> promises(int number, List<Inbound> life, Instant at) {
    List<Promise> promises = new ArrayList<>();
    SplittableRandom random = DemoCustomers.random(number).split();
    for (Inbound happened : life) {
      if (happened instanceof ContactRecord contact && PastPromises.made(contact)) {
        String text = DemoTexts.one(DemoCustomers.vocabulary(number).promises(), random);
        promises.add(PastPromises.promise(contact, text, at));
      }
    }
    if (number % 30 == 7) {
      Instant due = at.plus(lately(number, random));
      String text = DemoTexts.one(DemoCustomers.vocabulary(number).promises(), random);
      promises.add(
          PastPromises.promise("" + number, text, due, Optional.of("anna"), Optional.empty()));
    }
    return promises;
  }

  /** Broken, due within hours, or due in days. */
  private static Duration lately(int number, SplittableRandom random) {
    return switch (number / 30 % 3) {
      case 0 -> Duration.ofMinutes(random.nextInt(45, 150));
      case 1 -> Duration.ofHours(random.nextInt(20, 60));
      default -> Duration.ofMinutes(-random.nextInt(120, 1_200));
    };
  }

  private void order(List<Inbound> life, int number, int index, SplittableRandom random) {
    DemoTexts words = DemoCustomers.vocabulary(number);
    Instant placed = ShoppingPeriod.of(number).at(random.nextDouble(), now);
    BigDecimal amount = BigDecimal.valueOf(Math.exp(3.2 + random.nextDouble() * 2.6))
        .setScale(2, RoundingMode.HALF_UP);
    ExternalId id = new ExternalId("shop", "B" + (100_000 + number * 30 + index));
    boolean recent = placed.isAfter(ago(6));
    String status = recent ? "sent" : DemoTexts.one(OUTCOMES, random);
    life.add(new OrderRecord(
        "order " + id.id(),
        placed,
        id,
        who(number),
        placed,
        new Money(amount, "EUR"),
        Optional.empty(),
        status,
        List.of(DemoTexts.one(words.products(), random)),
        Optional.empty()));
    if (placed.isAfter(ago(PARCELS_KEPT))) {
      parcel(life, id, placed, random);
    }
  }

  /** Every state it has had up to now, one record each. */
  private void parcel(
      List<Inbound> life, ExternalId order, Instant placed, SplittableRandom random) {
    Parcel parcel = new Parcel(order, placed.plus(Duration.ofDays(3)));
    Instant there = placed.plus(Duration.ofHours(random.nextInt(30, 90)));
    parcel.state(life, placed.plus(Duration.ofHours(8)), "in-transit");
    if (random.nextInt(10) == 0) {
      parcel.state(life, there, "failed");
      there = there.plus(Duration.ofHours(random.nextInt(30, 70)));
    }
    parcel.state(life, there, "delivered");
  }

  /** A parcel by its order; future states are left out. */
  private final class Parcel {
    private final ExternalId order;
    private final Instant promised;
    private final List<ShipmentRecord.Scan> scans = new ArrayList<>();

    Parcel(ExternalId order, Instant promised) {
      this.order = order;
      this.promised = promised;
    }

    void state(List<Inbound> life, Instant at, String status) {
      if (at.isAfter(now)) {
        return;
      }
      scans.add(new ShipmentRecord.Scan(at, status, ""));
      life.add(new ShipmentRecord(
          "shipment " + order.id() + status,
          at,
          new ExternalId(order.system(), "P" + order.id().substring(1)),
          order.id(),
          Optional.of(promised),
          Optional.of(promised),
          status,
          scans,
          Optional.of("Empfänger nicht angetroffen").filter(what -> status.equals("failed")),
          Optional.empty()));
    }
  }

  private void tickets(List<Inbound> life, int number, SplittableRandom random) {
    int tickets = random.nextInt(10) < 3 ? random.nextInt(1, 4) : 0;
    for (int i = 0; i < tickets; i++) {
      boolean open = i == 0 && random.nextInt(3) > 0;
      Instant opened = open
          ? now.minus(Duration.ofHours(random.nextInt(5, 200)))
          : ago(random.nextInt(10, DAYS));
      Priority priority = PRIORITIES.get(random.nextInt(open ? 9 : 3));
      Instant updated = open ? opened.plus(Duration.ofHours(3)) : opened.plus(Duration.ofDays(2));
      ExternalId id = new ExternalId("helpdesk", Integer.toString(40_000 + number * 4 + i));
      String subject = DemoTexts.one(DemoCustomers.vocabulary(number).subjects(), random);
      Asked asked = new Asked(id, number, subject, priority, opened);
      life.add(asked.state(TicketStatus.OPEN, open ? updated : opened));
      if (!open) {
        life.add(asked.state(TicketStatus.CLOSED, updated));
      }
    }
  }

  /** A ticket as it was opened. */
  private record Asked(
      ExternalId id, int number, String subject, Priority priority, Instant opened) {
    TicketRecord state(TicketStatus status, Instant updated) {
      boolean closed = status == TicketStatus.CLOSED;
      return new TicketRecord(
          "ticket " + id.id() + status,
          closed ? updated : opened,
          id,
          who(number),
          subject,
          status,
          priority,
          opened,
          updated,
          closed ? Optional.empty() : Optional.of(opened.plus(Duration.ofDays(3))),
          closed ? Optional.of(updated) : Optional.empty(),
          Optional.of("ben"),
          Optional.empty());
    }
  }

  private Instant ago(int days) {
    return now.minus(Duration.ofDays(days));
  }

  static CustomerRef who(int number) {
    return new CustomerRef(Optional.of(DemoCustomers.id(number)), Optional.empty());
  }
}
