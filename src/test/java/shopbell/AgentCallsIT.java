package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shopbell.model.ExternalId;

/** An agent's notes, promises and queries, by the calls of {@code /api/v1}. */
class AgentCallsIT {
  private static RunningShop shop;
  private DeskClient anna;
  private String call;

  @BeforeAll
  static void open() {
    shop = RunningShop.open().hire("anna", "support");
    shop.tell(
        Event.customer("1", "Mia Falk", "+4922147111"),
        Event.customer("2", "Jörg Müller", "+4930230900"),
        Event.customer("3", "Jana Müller", "+4930230900"),
        Event.of(
            "shopbell.order.upserted",
            Map.of(
                "system",
                "shop",
                "id",
                "A-9001",
                "customer",
                Map.of("system", "crm", "id", "1"),
                "total",
                Map.of("amount", "19.90", "currency", "EUR"))));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @BeforeEach
  void answer() {
    anna = shop.seat("anna");
    call = UUID.randomUUID().toString();
  }

  @AfterEach
  void leave() {
    anna.close();
  }

  private static UUID customer(String number) {
    return new ExternalId("crm", number).uuid();
  }

  private UUID id() {
    return Event.step("any", call).interaction();
  }

  private Answer say(String what, Map<String, ?> body) {
    return shop.call("POST", "/api/v1/interactions/" + id() + "/" + what)
        .cookie(anna.cookie())
        .json(body)
        .send();
  }

  private JsonNode get(String path) {
    return shop.call("GET", "/api/v1" + path)
        .cookie(anna.cookie())
        .send()
        .expect(200)
        .json();
  }

  private void ring(String from) {
    shop.tell(Event.ringing(call, from, "anna"), Event.answered(call, "anna"));
    anna.card(id(), "active");
  }

  private static boolean is(JsonNode card, String name) {
    return card.at("/customer/name").asText().equals(name);
  }

  @Test
  void ofSeveralWhoShareANumberTheAgentChoosesAndTheNumberIsLearned() {
    ring("+4930230900");
    JsonNode asked = anna.card(id(), "active");
    assertEquals("ambiguous", asked.at("/match/status").asText());
    assertEquals(2, asked.at("/match/candidates").size());
    assertTrue(asked.at("/match/candidates/0/reasons").size() > 0);
    assertTrue(asked.path("customer").isNull());
    say("customer", Map.of("customer", customer("3"))).expect(204);
    anna.card(id(), card -> is(card, "Jana Müller"));
    String next = UUID.randomUUID().toString();
    shop.tell(Event.ringing(next, "+4930230900", "anna"));
    JsonNode again = anna.card(Event.step("any", next).interaction(), "ringing");
    assertEquals("Jana Müller", again.at("/customer/name").asText());
  }

  @Test
  void whoIsUnknownIsMadeInPlaceAndThenKnown() {
    ring("+4940777001");
    assertEquals("unknown", anna.card(id(), "active").at("/match/status").asText());
    JsonNode made = shop.call("POST", "/api/v1/customers")
        .cookie(anna.cookie())
        .json(Map.of("name", "Neue Kundin", "phone", "040 777001", "email", "Neu@Example.org"))
        .send()
        .expect(201)
        .json();
    say("customer", Map.of("customer", made.path("id").asText())).expect(204);
    anna.card(id(), card -> is(card, "Neue Kundin"));
    assertEquals(
        "email", get("/customers?q=neu@example.org").at("/items/0/match").asText());
  }

  @Test
  void aNoteIsSavedAsItIsTypedAndStandsInTheHistoryAfterTheWrapUp() {
    ring("+4922147111");
    say("note", Map.of("text", "Ruft weg")).expect(204);
    say("note", Map.of("text", "Ruft wegen der Lampe an")).expect(204);
    shop.tell(Event.ended(call, "completed"));
    anna.card(id(), "wrap-up");
    say("wrap-up", Map.of("disposition", "solved")).expect(204);
    assertEquals("closed", anna.gone(id()));
    JsonNode past = get("/customers/" + customer("1")).at("/history/items/0");
    assertEquals("Ruft wegen der Lampe an", past.path("note").asText());
    assertEquals("solved", past.path("disposition").asText());
    assertEquals("anna", past.path("agent").asText());
  }

  @Test
  void aPromiseShowsOnTheCardUntilItIsKept() {
    ring("+4922147111");
    Instant due = Instant.now().plus(2, ChronoUnit.DAYS);
    String promise = say("promise", Map.of("text", "Rückruf", "due", due.toString()))
        .expect(201)
        .json()
        .path("id")
        .asText();
    JsonNode card = anna.card(id(), c -> c.path("promises").size() == 1);
    assertEquals("open", card.at("/promises/0/state").asText());
    shop.call("POST", "/api/v1/promises/" + promise + "/kept")
        .cookie(anna.cookie())
        .send()
        .expect(204);
    anna.card(id(), c -> c.at("/promises/0/state").asText().equals("kept"));
  }

  @Test
  void aPromiseToNobodyOrForYesterdayIsRefused() {
    ring("+4940777009");
    Instant later = Instant.now().plus(2, ChronoUnit.DAYS);
    say("promise", Map.of("text", "Rückruf", "due", later.toString())).problem(422);
    JsonNode early =
        say("promise", Map.of("text", "Rückruf", "due", "2020-01-01T00:00:00Z")).problem(422);
    assertEquals("/due", early.at("/errors/0/pointer").asText());
  }

  @Test
  void searchFindsByNameNumberMailAndOrderAndSaysWhy() {
    assertEquals("name", get("/customers?q=Falck").at("/items/0/match").asText());
    assertEquals("phone", get("/customers?q=0221%2047111").at("/items/0/match").asText());
    assertEquals("order", get("/customers?q=a-9001").at("/items/0/match").asText());
    assertEquals("Mia Falk", get("/customers?q=A-9001").at("/items/0/name").asText());
    assertEquals("person", get("/customers?q=Falk").at("/items/0/kind").asText());
    assertEquals(0, get("/customers?q=nobodyatall").path("items").size());
  }

  @Test
  void aCustomerNumberIsFoundInWhateverLettersItIsTyped() {
    shop.tell(Event.of(
        "shopbell.customer.upserted",
        Map.of(
            "system",
            "crm",
            "id",
            "77",
            "name",
            "Ines Thiel",
            "handles",
            List.of(Map.of("kind", "customerNumber", "value", "Kx9-Zebra")))));
    assertEquals(
        "customer-number", get("/customers?q=kx9-zebra").at("/items/0/match").asText());
    assertEquals("Ines Thiel", get("/customers?q=KX9-ZEBRA").at("/items/0/name").asText());
  }

  @Test
  void aCustomersPageIsTheCardWithoutAContact() {
    JsonNode page = get("/customers/" + customer("1"));
    assertTrue(page.path("interaction").isNull());
    assertEquals("Mia Falk", page.at("/customer/name").asText());
    assertEquals(1, page.at("/value/orders").asInt());
    shop.call("GET", "/api/v1/customers/" + UUID.randomUUID())
        .cookie(anna.cookie())
        .send()
        .problem(404);
  }

  @Test
  void theTimelineGoesBackPageByPageAndLosesNothing() {
    Instant at = Instant.now().minusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
    for (int i = 0; i < 120; i++) {
      // three at each instant, so that pages end in the middle of one
      shop.tell(Event.of(
              "shopbell.touchpoint",
              Map.of(
                  "id",
                  "v" + i,
                  "name",
                  "page.viewed",
                  "customer",
                  Map.of("system", "crm", "id", "2")))
          .at(at.minusSeconds(i / 3)));
    }
    String path = "/customers/" + customer("2") + "/timeline?channel=web";
    List<String> seen = new java.util.ArrayList<>();
    JsonNode page = get(path);
    while (true) {
      page.path("items").forEach(item -> seen.add(item.path("id").asText()));
      if (page.path("next").isNull()) {
        break;
      }
      page = get(path + "&before=" + page.path("next").asText());
    }
    assertEquals(120, seen.size());
    assertEquals(120, seen.stream().distinct().count());
  }

  @Test
  void everyKeyOfTheCardIsThereAlsoWhenNothingIsKnown() {
    ring("anonymous");
    JsonNode card = anna.card(id(), "active");
    for (String key : ("version interaction match customer value tickets journey history "
            + "promises sinceLast satisfaction notices actions reason sources timing")
        .split(" ", -1)) {
      assertTrue(card.has(key), key);
    }
    for (String key : ("id channel direction state from to queue agents "
            + "door senderId parent arrivedAt answeredAt endedAt cause messages")
        .split(" ", -1)) {
      assertTrue(card.path("interaction").has(key), key);
    }
    assertTrue(card.at("/interaction/from").isNull());
  }
}
