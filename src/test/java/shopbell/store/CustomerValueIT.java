package shopbell.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopbell.store.StoredRecords.NOW;
import static shopbell.store.StoredRecords.customer;
import static shopbell.store.StoredRecords.id;
import static shopbell.store.StoredRecords.phone;
import static shopbell.store.StoredRecords.ref;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopbell.Waiting;
import shopbell.customer.OrderStatusSettings;
import shopbell.model.ExternalId;
import shopbell.model.Money;
import shopbell.model.customer.CustomerValue;
import shopbell.model.customer.OrderStatusMeaning;
import shopbell.model.event.OrderRecord;
import shopbell.store.card.PgSummaries;
import shopbell.store.customer.PgOrderStatuses;
import shopbell.store.interaction.PgEventStore;
import shopbell.store.sql.Database;

/** Which orders count as purchases, in the words of other systems. */
class CustomerValueIT {
  private static Vertx vertx;
  private static Database database;
  private static PgEventStore ledger;
  private static PgSummaries summaries;
  private static PgOrderStatuses statuses;
  private static int people;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
    database = TestDatabase.open(vertx);
    ledger = new PgEventStore(database);
    summaries = new PgSummaries(database, Currency.getInstance("EUR"));
    statuses = new PgOrderStatuses(database);
  }

  @AfterAll
  static void close() {
    Waiting.on(vertx.close());
  }

  /** A new customer with these orders, each as {@code amount currency status}; what they are worth. */
  private static Optional<CustomerValue> worth(String... orders) {
    String person = "w" + ++people;
    Waiting.on(ledger.keep(
        "events", customer(person, "Wanda Wert", phone("+4922148" + (1000 + people))), NOW));
    for (int n = 0; n < orders.length; n++) {
      String[] said = orders[n].split(" ", 3);
      OrderRecord order = new OrderRecord(
          person + "-" + n,
          NOW.minusSeconds(10),
          new ExternalId("shop", person + "-" + n),
          ref(person),
          NOW.minus(Duration.ofDays(10 - n)),
          new Money(new BigDecimal(said[0]), said[1]),
          Optional.empty(),
          said[2],
          List.of(),
          Optional.empty());
      Waiting.on(ledger.keep("events", order, NOW));
    }
    return Waiting.on(summaries.of(id(person), NOW)).value();
  }

  private static String shown(Optional<CustomerValue> value) {
    return value
        .map(v -> v.lifetime() + " " + v.currency() + " of " + v.orders()
            + v.others().stream()
                .map(o -> ", " + o.lifetime() + " " + o.currency())
                .reduce("", String::concat))
        .orElse("nothing");
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "CANCELLED, cancelled",
    "canceled, cancelled",
    "Storniert, cancelled",
    "storniert durch Kunde, cancelled",
    "VOID, cancelled",
    "voided, cancelled",
    "failed, cancelled",
    "Payment_Failed, cancelled",
    "wc-failed, cancelled",
    "wc-cancelled, cancelled",
    "expired, cancelled",
    "declined, cancelled",
    "abgebrochen, cancelled",
    "fehlgeschlagen, cancelled",
    "gelöscht, cancelled",
    "Annulliert, cancelled",
    "cancelled_by_customer, cancelled",
    "draft, draft",
    "checkout-draft, draft",
    "Entwurf, draft",
    "quote, draft",
    "pending, pending",
    "on hold, pending",
    "on-hold, pending",
    "wc-on-hold, pending",
    "onHold, pending",
    "ON_HOLD, pending",
    "holded, pending",
    "payment_review, pending",
    "fraud, pending",
    "pending_payment, pending",
    "unbezahlt, pending",
    "Zahlung ausstehend, pending",
    "authorized, pending",
    "paid, placed",
    "PROCESSING, placed",
    "wc-processing, placed",
    "partially_refunded, placed",
    "partially paid, placed",
    "bezahlt, placed",
    "in Bearbeitung, placed",
    "Teilweise erstattet, placed",
    "new, placed",
    "in_progress, placed",
    "complete, fulfilled",
    "wc-completed, fulfilled",
    "shipped, fulfilled",
    "Versandt, fulfilled",
    "geliefert, fulfilled",
    "closed, fulfilled",
    "abgeschlossen, fulfilled",
    "refunded, returned",
    "REFUNDED, returned",
    "wc-refunded, returned",
    "returned, returned",
    "credit, returned",
    "chargeback, returned",
    "charge-back, returned",
    "zurückgegeben, returned",
    "Gutschrift, returned",
    "rückerstattet, returned",
    "Retoure, returned",
    "frobnicated, unknown"
  })
  void aStatusOfAnotherSystemHasItsMeaning(String status, String state) {
    OrderStatusMeaning asked = new OrderStatusMeaning("shop", status, "", true);
    assertEquals(state, Waiting.on(statuses.meanings(List.of(asked))).get(0).state());
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "100 EUR CANCELLED | nothing",
        "100 EUR on-hold; 5 EUR draft | nothing",
        "100 EUR refunded | 0.00 EUR of 0",
        "100 EUR returned; -100 EUR credit | 0.00 EUR of 0",
        "100 EUR paid; -100 EUR refunded | 0.00 EUR of 0",
        "100 EUR paid; -100 EUR paid; 30 EUR paid | 30.00 EUR of 1",
        "100 EUR returned; -60 EUR credit; -40 EUR credit; 30 EUR paid | 30.00 EUR of 1",
        "100 EUR paid; -30 EUR refunded | 70.00 EUR of 1",
        "-10 EUR refunded; -10 EUR refunded; -10 EUR refunded | 0.00 EUR of 0",
        "100 EUR paid; -100 EUR cancelled | 100.00 EUR of 1",
        "500 EUR paid; 12000 JPY paid | 500.00 EUR of 2, 12000 JPY",
        "1.234 KWD paid; 12000 JPY paid; 7 JPY paid | 12007 JPY of 3, 1.234 KWD",
        "0 EUR paid | 0.00 EUR of 1",
        "40 EUR frobnicated | 40.00 EUR of 1"
      })
  void onlyOrdersThatWereBoughtAndKeptCount(String orders, String worth) {
    assertEquals(worth, shown(worth(orders.split("; "))));
  }

  @Test
  void theOperatorsMeaningOfAStatusPrecedesOursAlsoForStoredOrders() {
    Optional<CustomerValue> before = worth("40 EUR Zugeflogen", "60 EUR paid");
    String person = "w" + people;
    assertEquals("100.00 EUR of 2", shown(before));
    Waiting.on(statuses.configure(List.of(
        new OrderStatusSettings.ConfiguredStatus("shop", "zugeflogen", "cancelled"),
        new OrderStatusSettings.ConfiguredStatus("", "paid", "pending"))));
    assertEquals("nothing", shown(Waiting.on(summaries.of(id(person), NOW)).value()));
    Waiting.on(statuses.configure(List.of()));
    assertEquals(
        "100.00 EUR of 2", shown(Waiting.on(summaries.of(id(person), NOW)).value()));
  }

  @Test
  void unknownStatusesAreListedWithoutPersonalText() {
    worth("1 EUR Wait4Bob 123456", "1 EUR wait9bob 77", "1 EUR mia@example.org");
    List<String> listed = Waiting.on(statuses.unknown()).stream()
        .map(u -> u.status() + " " + u.orders())
        .toList();
    assertTrue(listed.contains("wait#bob # 2"), listed.toString());
    assertTrue(listed.stream().noneMatch(word -> word.contains("@")), listed.toString());
  }

  @Test
  void ranksIgnoreTheOrdersThatTheLifetimeValueIgnores() {
    for (int n = 0; n < 4; n++) {
      worth("10 CHF paid", "9999 CHF cancelled");
    }
    worth("20 CHF paid");
    String best = "w" + people;
    Waiting.on(statuses.rank());
    CustomerValue customerValue =
        Waiting.on(summaries.of(id(best), NOW)).value().orElseThrow();
    assertEquals(Optional.of("top 20 %"), customerValue.rank());
    assertEquals(
        0,
        Waiting.on(database.query(
                "select from value_rank where currency = 'CHF' and at_least > 20", Tuple.tuple()))
            .size());
  }
}
