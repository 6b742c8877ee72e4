package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database fails under the running application, and comes back. */
class OutageIT {
  private static Proxy wire;
  private static RunningShop shop;
  private DeskClient anna;
  private String call;

  @BeforeAll
  static void open() {
    URI database = URI.create(RunningShop.freshDatabase());
    wire = new Proxy(database.getPort());
    String url =
        database.toString().replace(":" + database.getPort() + "/", ":" + wire.port() + "/");
    shop = RunningShop.open(Map.of("database.url", url)).hire("anna", "support");
    shop.tell(Event.customer("1", "Mia Falk", "+4922147111"));
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

  private UUID id() {
    return Event.step("any", call).interaction();
  }

  private static Answer send(Event event) {
    return shop.call("POST", "/in/events")
        .key(RunningShop.KEY)
        .cloudEvent(event)
        .send();
  }

  private static int ready() {
    return shop.operator("/health/ready").send().status();
  }

  private static void outage(Runnable meanwhile) {
    wire.cut();
    try {
      Waiting.until("not ready", () -> ready() == 503);
      meanwhile.run();
    } finally {
      wire.mend();
      Waiting.until("ready again", () -> ready() == 200);
    }
  }

  @Test
  void theScreenRingsAllTheSameAndTheSenderIsAskedToComeAgain() {
    Event ringing = Event.ringing(call, "0221 47111", "anna").with("queue", "support");
    outage(() -> {
      Answer refused = send(ringing);
      refused.problem(503);
      assertTrue(Integer.parseInt(refused.header("Retry-After")) > 0);
      JsonNode card = anna.card(id(), "ringing");
      assertEquals("+4922147111", card.at("/interaction/from").asText());
      assertEquals("support", card.at("/interaction/queue").asText());
      assertEquals("failed", card.at("/sources/0/state").asText());
      assertTrue(card.path("customer").isNull());
    });
    JsonNode healed = anna.card(id(), card -> card.path("customer").isObject());
    assertEquals("Mia Falk", healed.at("/customer/name").asText());
    assertEquals("fresh", healed.at("/sources/0/state").asText());
    send(ringing).expect(202);
    send(ringing).expect(202);
    shop.tell(Event.ended(call, "abandoned"));
    anna.gone(id());
    assertEquals(List.of(1, 2), anna.versions(id()));
  }

  @Test
  void aCardThatWasThereStaysAndSaysHowOldItIs() {
    shop.tell(Event.ringing(call, "+4922147111", "anna"));
    anna.card(id(), "ringing");
    Event answered = Event.answered(call, "anna");
    outage(() -> {
      send(answered).problem(503);
      JsonNode card = anna.card(id(), "active");
      assertEquals("Mia Falk", card.at("/customer/name").asText());
      assertEquals("stale", card.at("/sources/0/state").asText());
    });
    send(answered).expect(202);
    anna.card(
        id(),
        card -> card.at("/interaction/state").asText().equals("active")
            && card.at("/sources/0/state").asText().equals("fresh"));
  }

  @Test
  void aBatchIsShownWholeAndKeptWholeWhenItComesAgain() {
    String other = UUID.randomUUID().toString();
    List<Map<String, Object>> batch = List.of(
        Event.ringing(call, "+49301", "anna").structured(),
        Event.ringing(other, "+49302", "anna").structured());
    Call first = shop.call("POST", "/in/events").key(RunningShop.KEY);
    Call again = shop.call("POST", "/in/events").key(RunningShop.KEY);
    String json = shopbell.json.Json.write(batch);
    outage(() -> {
      first.body("application/cloudevents-batch+json", json).send().problem(503);
      anna.card(id(), "ringing");
      anna.card(Event.step("any", other).interaction(), "ringing");
    });
    again.body("application/cloudevents-batch+json", json).send().expect(202);
  }

  @Test
  void aVisitIsRefusedWholeAndIsThereOnceWhenItsClientHasComeAgain() {
    String key = shop.key(shopbell.security.ApiKeyScope.JOURNEY);
    String user = "u" + UUID.randomUUID();
    List<Map<String, String>> visits = List.of(
        Map.of("type", "identify", "userId", user, "messageId", user + "-1"),
        Map.of("type", "page", "userId", user, "messageId", user + "-2"));
    java.util.function.Supplier<Answer> client =
        () -> shop.call("POST", "/v1/batch?writeKey=" + key)
            .json(Map.of("batch", visits))
            .send();
    outage(() -> {
      Answer away = client.get();
      away.problem(503);
      assertTrue(Integer.parseInt(away.header("Retry-After")) > 0);
    });
    client.get().expect(200);
    client.get().expect(200);
    assertEquals(1, timeline(user).path("items").size());
  }

  private static JsonNode timeline(String words) {
    String admin = shop.key(shopbell.security.ApiKeyScope.ADMIN);
    String id = shop.call("GET", "/api/v1/customers?q=" + words)
        .key(admin)
        .send()
        .expect(200)
        .json()
        .at("/items/0/id")
        .asText();
    return shop.call("GET", "/api/v1/customers/" + id + "/timeline")
        .key(admin)
        .send()
        .expect(200)
        .json();
  }

  @Test
  void whoIsSignedInStaysInAndCallsThatNeedTheStoreSaySo() {
    outage(() -> {
      shop.call("GET", "/api/v1/session").cookie(anna.cookie()).send().expect(200);
      Answer search =
          shop.call("GET", "/api/v1/customers?q=falk").cookie(anna.cookie()).send();
      search.problem(503);
      assertEquals("2", search.header("Retry-After"));
      shop.call("POST", "/api/v1/session")
          .json(Map.of("name", "anna", "password", RunningShop.PASSWORD))
          .send()
          .problem(503);
      assertEquals(200, shop.operator("/health/live").send().status());
    });
  }
}
