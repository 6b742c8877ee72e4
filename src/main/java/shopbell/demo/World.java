package shopbell.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
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
import shopbell.model.Inbound;
import shopbell.model.Money;
import shopbell.model.OrderRecord;
import shopbell.model.Priority;
import shopbell.model.Promise;
import shopbell.model.PromiseState;
import shopbell.model.ShipmentRecord;
import shopbell.model.TicketRecord;
import shopbell.model.TicketStatus;

/** Two years of one customer's life with the shop, always the same but for the day it is seen from. */
final class World {
  private static final int DAYS = 730;
  private static final List<String> OUTCOMES =
      List.of("delivered", "delivered", "delivered", "delivered", "returned");

  /** Of those that are open; closed ones were never urgent. */
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

  World(Instant now) {
    this.now = now;
  }

  /** The customer and everything that belongs to it. */
  List<Inbound> life(int number) {
    SplittableRandom random = Cast.random(number).split();
    List<Inbound> life = new ArrayList<>();
    life.add(Cast.record(number, ago(DAYS + 1)));
    int orders =
        Math.min(24, (int) (-Math.log(1 - random.nextDouble()) * (Cast.company(number) ? 6 : 3)));
    orders += Cast.regular(number) ? random.nextInt(4, 9) : 0;
    for (int i = 0; i < orders; i++) {
      order(life, number, i, random);
    }
    tickets(life, number, random);
    life.addAll(new Habits(now).of(number, random));
    return life;
  }

  /** What was promised to every thirtieth customer, and when. */
  Map<UUID, Promise> promises(int from, int to) {
    Map<UUID, Promise> promises = new HashMap<>();
    for (int number = from; number < to; number++) {
      if (number % 30 == 7) {
        SplittableRandom random = Cast.random(number).split();
        Instant due = now.plus(Duration.ofHours(random.nextInt(-20, 60)));
        String text = Vocabulary.one(Cast.vocabulary(number).promises(), random);
        UUID id = UUID.nameUUIDFromBytes(("promise " + number).getBytes(StandardCharsets.UTF_8));
        promises.put(
            Cast.id(number).uuid(),
            new Promise(
                id,
                text,
                due,
                PromiseState.OPEN,
                Optional.of("anna"),
                due.minus(Duration.ofDays(2)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
      }
    }
    return promises;
  }

  private void order(List<Inbound> life, int number, int index, SplittableRandom random) {
    Vocabulary words = Cast.vocabulary(number);
    Instant placed = now.minus(Duration.ofMinutes(random.nextLong(60L * 24, 60L * 24 * DAYS)));
    BigDecimal amount = BigDecimal.valueOf(Math.exp(3.2 + random.nextDouble() * 2.6))
        .setScale(2, RoundingMode.HALF_UP);
    ExternalId id = new ExternalId("shop", "B" + (100_000 + number * 30 + index));
    boolean recent = placed.isAfter(ago(6));
    String status = recent ? "sent" : Vocabulary.one(OUTCOMES, random);
    life.add(new OrderRecord(
        "order " + id.id(),
        placed,
        id,
        who(number),
        placed,
        new Money(amount, "EUR"),
        Optional.empty(),
        status,
        List.of(Vocabulary.one(words.products(), random)),
        Optional.empty()));
    if (placed.isAfter(ago(120))) {
      life.add(shipment(id, placed, recent, random));
    }
  }

  private ShipmentRecord shipment(
      ExternalId order, Instant placed, boolean recent, SplittableRandom random) {
    Instant promised = placed.plus(Duration.ofDays(3));
    Instant delivered = placed.plus(Duration.ofHours(random.nextInt(30, 90)));
    Optional<String> exception = recent && random.nextInt(5) == 0
        ? Optional.of("Empfänger nicht angetroffen")
        : Optional.empty();
    List<ShipmentRecord.Scan> scans = new ArrayList<>();
    scans.add(new ShipmentRecord.Scan(placed.plus(Duration.ofHours(8)), "sent", ""));
    if (!recent) {
      scans.add(new ShipmentRecord.Scan(delivered, "delivered", ""));
    }
    return new ShipmentRecord(
        "shipment " + order.id(),
        recent ? placed.plus(Duration.ofHours(9)) : delivered,
        new ExternalId(order.system(), "P" + order.id().substring(1)),
        order.id(),
        Optional.of(promised),
        Optional.of(promised),
        recent ? "in-transit" : "delivered",
        scans,
        exception,
        Optional.empty());
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
      life.add(new TicketRecord(
          "ticket " + id.id(),
          opened,
          id,
          who(number),
          Vocabulary.one(Cast.vocabulary(number).subjects(), random),
          open ? TicketStatus.OPEN : TicketStatus.CLOSED,
          priority,
          opened,
          updated,
          open ? Optional.of(opened.plus(Duration.ofDays(3))) : Optional.empty(),
          open ? Optional.empty() : Optional.of(updated),
          Optional.of("ben"),
          Optional.empty()));
    }
  }

  private Instant ago(int days) {
    return now.minus(Duration.ofDays(days));
  }

  static CustomerRef who(int number) {
    return new CustomerRef(Optional.of(Cast.id(number)), Optional.empty());
  }
}
