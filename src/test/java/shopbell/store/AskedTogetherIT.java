package shopbell.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopbell.store.StoredRecords.NOW;
import static shopbell.store.StoredRecords.company;
import static shopbell.store.StoredRecords.customer;
import static shopbell.store.StoredRecords.id;
import static shopbell.store.StoredRecords.order;
import static shopbell.store.StoredRecords.phone;
import static shopbell.store.StoredRecords.ref;
import static shopbell.store.StoredRecords.ticket;
import static shopbell.store.StoredRecords.touchpoint;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;
import shopbell.identity.HandleEvidence;
import shopbell.model.Handle;
import shopbell.model.Priority;
import shopbell.model.Rejected;
import shopbell.model.TicketStatus;
import shopbell.model.card.CustomerSummary;
import shopbell.model.event.Inbound;
import shopbell.store.card.PgSummaries;
import shopbell.store.identity.PgHandles;
import shopbell.store.interaction.PgEventStore;
import shopbell.store.sql.Database;

/** Concurrent lookups of many callers are batched into few queries, with the same results. */
class AskedTogetherIT {
  private static final int PEOPLE = 40;
  private static Vertx vertx;
  private static PgSummaries summaries;
  private static PgHandles identities;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
    Database database = TestDatabase.open(vertx);
    summaries = new PgSummaries(database, Currency.getInstance("EUR"));
    identities = new PgHandles(database);
    List<Inbound> records = new ArrayList<>(List.of(company("99", "Firma", phone("+4930230*"))));
    for (int n = 1; n <= PEOPLE; n++) {
      // every fourth shares a number with the one before
      Handle number = number(n % 4 == 0 ? n - 1 : n);
      records.add(customer("" + n, "Customer " + n, number));
      records.add(order("" + (100 + n), ref("" + n), n + ".50"));
      records.add(touchpoint("" + n, ref("" + n), NOW.minusSeconds(n)));
      records.add(ticket("" + n, ref("" + n), TicketStatus.OPEN, Priority.NORMAL));
    }
    PgEventStore ledger = new PgEventStore(database);
    records.forEach(record -> Waiting.on(ledger.keep("events", record, NOW)));
  }

  @AfterAll
  static void close() {
    Waiting.on(vertx.close());
  }

  private static Handle number(int n) {
    return phone(String.format(java.util.Locale.ROOT, "+492214%04d", n));
  }

  private static <T> List<T> atOnce(List<Future<T>> asked) {
    return asked.stream().map(Waiting::on).toList();
  }

  private static <K, T> List<T> alone(List<K> keys, Function<K, Future<T>> ask) {
    return keys.stream().map(key -> Waiting.on(ask.apply(key))).toList();
  }

  @Test
  void everyCustomerIsToldAsIfAskedForAlone() {
    List<UUID> people =
        IntStream.rangeClosed(1, PEOPLE).mapToObj(n -> id("" + n)).toList();
    List<CustomerSummary> told =
        atOnce(people.stream().map(who -> summaries.of(who, NOW)).toList());
    assertEquals(people, told.stream().map(one -> one.customer().id()).toList());
    assertEquals(alone(people, who -> summaries.of(who, NOW)), told);
  }

  @Test
  void eachIsToldWhatWasSoAtItsOwnInstant() {
    List<Instant> instants = IntStream.range(0, PEOPLE)
        .mapToObj(n -> NOW.minusSeconds(n % 2 == 0 ? 0 : 3_600))
        .toList();
    List<CustomerSummary> told =
        atOnce(instants.stream().map(then -> summaries.of(id("7"), then)).toList());
    for (int n = 0; n < PEOPLE; n++) {
      long visits = told.get(n).journey().stream()
          .filter(item -> item.kind().equals("touchpoint"))
          .count();
      assertEquals(n % 2 == 0 ? 1 : 0, visits, "asked as the " + n);
    }
  }

  @Test
  void aMissingCustomerFailsItsOwnLookupAlone() {
    List<UUID> people = IntStream.rangeClosed(1, PEOPLE)
        .mapToObj(n -> n % 3 == 0 ? UUID.randomUUID() : id("" + n))
        .toList();
    List<Future<CustomerSummary>> told =
        people.stream().map(who -> summaries.of(who, NOW)).toList();
    Waiting.on(Future.join(told).transform(done -> Future.succeededFuture()));
    for (int n = 1; n <= PEOPLE; n++) {
      Future<CustomerSummary> one = told.get(n - 1);
      assertEquals(n % 3 != 0, one.succeeded());
      assertTrue(one.succeeded() || one.cause() instanceof Rejected, () -> "" + one.cause());
    }
  }

  @Test
  void everyContactIsToldWhoCouldBeBehindItsOwnHandles() {
    List<List<Handle>> contacts = new ArrayList<>();
    for (int n = 1; n <= PEOPLE; n++) {
      contacts.add(List.of(number(n)));
      contacts.add(List.of(number(n), phone("+4930230" + n), number(1)));
    }
    contacts.add(List.of());
    contacts.add(List.of(phone("+15550100")));
    Collections.shuffle(contacts, new java.util.Random(7));
    List<List<HandleEvidence>> told =
        atOnce(contacts.stream().map(handles -> identities.about(handles, NOW)).toList());
    assertEquals(sorted(alone(contacts, handles -> identities.about(handles, NOW))), sorted(told));
    assertTrue(told.stream().anyMatch(who -> who.size() > 2));
  }

  /** The order among candidates is not defined. */
  private static List<List<String>> sorted(List<List<HandleEvidence>> told) {
    return told.stream()
        .map(who -> who.stream().map(HandleEvidence::toString).sorted().toList())
        .toList();
  }
}
