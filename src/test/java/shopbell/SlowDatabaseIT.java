package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shopbell.scheduling.Intervals;
import shopbell.store.TestDatabase;

/** The database answers, but late: every query takes two seconds, or its rows are locked. */
class SlowDatabaseIT {
  private static final Duration LATE = Duration.ofSeconds(2);

  /** Every connection there is for events waits, and then some. */
  private static final int CALLS = 40;

  private static Proxy wire;
  private static URI database;
  private static RunningShop shop;
  private DeskClient anna;
  private String call;

  @BeforeAll
  static void open() {
    database = URI.create(RunningShop.freshDatabase());
    wire = new Proxy(database.getPort());
    String url =
        database.toString().replace(":" + database.getPort() + "/", ":" + wire.port() + "/");
    shop = RunningShop.open(Map.of("database.url", url), Intervals.USUAL).hire("anna", "support");
    shop.tell(Event.customer("1", "Mia Falk", "+4922147111"));
    try (DeskClient first = shop.seat("anna")) {
      warm(first);
    }
  }

  /** Prepares the statements on every connection, as on a running server. */
  private static void warm(DeskClient deskClient) {
    List<String> calls = calls();
    calls.stream()
        .map(SlowDatabaseIT::ringing)
        .map(SlowDatabaseIT::sent)
        .toList()
        .forEach(kept -> kept.join().expect(202));
    shownAndEnded(calls, deskClient);
  }

  /** Each reaches its agent with its customer, and leaves again; before that a door may be full. */
  private static void shownAndEnded(List<String> calls, DeskClient deskClient) {
    calls.forEach(
        each -> deskClient.card(id(each), card -> card.path("customer").isObject()));
    calls.forEach(each -> shop.tell(Event.ended(each, "voicemail")));
    calls.forEach(each -> deskClient.gone(id(each)));
  }

  private static List<String> calls() {
    return Stream.generate(() -> UUID.randomUUID().toString()).limit(CALLS).toList();
  }

  @AfterAll
  static void close() {
    shop.close();
    wire.close();
  }

  @BeforeEach
  void sit() {
    anna = shop.seat("anna");
    call = UUID.randomUUID().toString();
  }

  @AfterEach
  void leave() {
    anna.close();
  }

  private static UUID id(String call) {
    return Event.step("any", call).interaction();
  }

  private static CompletableFuture<Answer> sent(Event event) {
    return CompletableFuture.supplyAsync(() ->
        shop.call("POST", "/in/events").key(RunningShop.KEY).cloudEvent(event).send());
  }

  private static Event ringing(String call) {
    return Event.ringing(call, "0221 47111", "anna").with("queue", "support");
  }

  /** Whether the customer is missing because of a slow lookup, not because it is unknown. */
  private static boolean late(JsonNode card) {
    return DeskClient.early(card) && !card.at("/sources/0/reason").asText().isEmpty();
  }

  @Test
  void aCallRingsBeforeItIsKeptAndItsCardIsWholeWhenTheDataIsThere() {
    wire.delays(LATE);
    try {
      CompletableFuture<Answer> kept = sent(ringing(call));
      JsonNode card = anna.anyCard(id(call), DeskClient::early);
      assertFalse(kept.isDone(), "nothing is said to be kept that is not");
      assertTrue(late(card), card.toString());
      assertEquals("+4922147111", card.at("/interaction/from").asText());
      assertEquals("support", card.at("/interaction/queue").asText());
      kept.join().expect(202);
      JsonNode whole = anna.card(id(call), later -> later.path("customer").isObject());
      assertEquals("Mia Falk", whole.at("/customer/name").asText());
      Waiting.until("the call is in the history of its customer", () -> isLinked(id(call)));
      shop.operator("/health/ready").send().expect(200);
      sent(Event.answered(call, "anna")).join().expect(202);
      assertEquals(
          "Mia Falk", anna.card(id(call), "active").at("/customer/name").asText());
    } finally {
      wire.delays(Duration.ZERO);
    }
    shop.tell(Event.ended(call, "voicemail"));
    anna.gone(id(call));
  }

  @Test
  void aCardWhoseCustomerCouldNotBeReadIsReadAgainWithoutAnyNews() {
    try (Locked customers = new Locked("customer")) {
      sent(ringing(call)).join().expect(202);
      assertTrue(late(anna.anyCard(id(call), DeskClient::early)));
      customers.endWhoWaits();
      anna.card(id(call), card -> card.at("/sources/0/state").asText().equals("failed"));
    }
    anna.card(id(call), card -> card.path("customer").isObject());
    shop.tell(Event.ended(call, "voicemail"));
    anna.gone(id(call));
  }

  @Test
  void anEarlyCardReloadsTheOtherCardsOfItsCustomerAsAWholeOneDoes() {
    Event other = ringing(UUID.randomUUID().toString());
    sent(other).join().expect(202);
    sent(ringing(call)).join().expect(202);
    anna.card(id(call), card -> card.path("customer").isObject());
    anna.card(other.interaction(), card -> past(card).equals("ringing"));
    Locked customers = new Locked("customer");
    try {
      sent(Event.answered(call, "anna").with("queue", "sales")).join().expect(202);
      anna.card(id(call), "active");
    } finally {
      customers.close();
    }
    anna.card(other.interaction(), card -> past(card).equals("active"));
    shop.tell(Event.ended(call, "voicemail"));
    shop.tell(Event.ended(other.data().get("interaction").toString(), "voicemail"));
    anna.gone(id(call));
    anna.gone(other.interaction());
  }

  /** The state of the call as the card of another call of the same customer shows it. */
  private String past(JsonNode card) {
    for (JsonNode item : card.at("/history/items")) {
      if (item.path("interaction").asText().equals(id(call).toString())) {
        return item.path("state").asText();
      }
    }
    return "";
  }

  @Test
  void withEveryConnectionTakenCallsRingAllTheSameAndEachIsKeptOnceTheyAreFree() {
    List<String> calls = calls();
    Locked interactions = new Locked("interaction");
    List<CompletableFuture<Answer>> sent =
        calls.stream().map(each -> sent(ringing(each))).toList();
    try {
      calls.forEach(each -> assertTrue(late(anna.anyCard(id(each), DeskClient::early))));
      assertTrue(sent.stream().noneMatch(CompletableFuture::isDone));
    } finally {
      interactions.close();
    }
    sent.forEach(each -> each.join().expect(202));
    shownAndEnded(calls, anna);
  }

  @Test
  void afterARestartAReconnectedAgentSeesAllCallsBeforeTheirCustomers() {
    sent(ringing(call)).join().expect(202);
    try (RunningShop again =
        RunningShop.open(Map.of("database.url", database.toString()), Intervals.USUAL)) {
      DeskClient back;
      Locked customers = new Locked("customer");
      try {
        Instant came = Instant.now();
        back = DeskClient.open(again, anna.cookie());
        Duration took = Duration.between(came, Instant.now());
        assertTrue(took.compareTo(LATE) < 0, "the welcome took " + took);
        JsonNode desk = back.frame("welcome", first -> true).path("desk");
        assertEquals(id(call).toString(), desk.at("/0/interaction/id").asText());
        assertTrue(late(desk.get(0)), desk.toString());
      } finally {
        customers.close();
      }
      back.card(id(call), card -> card.path("customer").isObject());
      back.close();
    }
    shop.tell(Event.ended(call, "voicemail"));
    anna.gone(id(call));
  }

  @Test
  void aPromiseBelongsToTheCustomerOfTheCardBeforeTheContactsCustomerIsStored() {
    ask(
        "create function late() returns trigger language plpgsql as 'begin perform pg_sleep(2); return new; end'");
    ask(
        "create trigger late before update of found on interaction for each row execute function late()");
    try {
      sent(ringing(call)).join().expect(202);
      anna.card(id(call), card -> card.path("customer").isObject());
      Answer promised = shop.call("POST", "/api/v1/interactions/" + id(call) + "/promise")
          .cookie(anna.cookie())
          .json(Map.of("text", "Call back", "due", Instant.now().plus(LATE).toString()))
          .send();
      promised.expect(201);
      anna.card(id(call), card -> card.path("promises").size() == 1);
    } finally {
      // the table before its partitions, in the order in which the server's statements take them
      ask("begin; lock table interaction in access exclusive mode;"
          + " drop function late() cascade; commit");
    }
    shop.tell(Event.ended(call, "voicemail"));
    anna.gone(id(call));
  }

  private static boolean isLinked(UUID interaction) {
    return ask(
            "select 1 from interaction where customer is not null and id = '" + interaction + "'")
        == 1;
  }

  private static int ask(String sql) {
    return Waiting.on(TestDatabase.ask(shop.application().vertx(), database.toString(), sql));
  }

  /** A table locked by another session. */
  private static final class Locked implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final PgConnection other =
        Waiting.on(PgConnection.connect(vertx, PgConnectOptions.fromUri(database.toString())));

    Locked(String table) {
      Waiting.on(other.query("begin").execute());
      Waiting.on(
          other.query("lock table " + table + " in access exclusive mode").execute());
    }

    /** Terminates the connections that wait for the lock. */
    void endWhoWaits() {
      String waiting = "select pg_terminate_backend(pid) from pg_stat_activity"
          + " where datname = current_database() and wait_event_type = 'Lock'";
      Waiting.until(
          "somebody waits", () -> Waiting.on(other.query(waiting).execute()).rowCount() > 0);
    }

    @Override
    public void close() {
      Waiting.on(other.query("rollback").execute());
      Waiting.on(other.close());
      Waiting.on(vertx.close());
    }
  }
}
