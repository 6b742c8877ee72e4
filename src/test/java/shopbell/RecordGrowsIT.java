package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.model.Role;

class RecordGrowsIT {
  private static RunningShop shop;
  private static String anna;
  private static String chief;

  @BeforeAll
  static void open() {
    shop = RunningShop.open(Map.of(
            "locale", "en",
            "queues.support.dispositions", "solved,call-back",
            "queues.support.reasons", "delivery,warranty",
            "queues.sales.dispositionRequired", "false"))
        .hire("ben")
        .hire("anna", "support", "sales")
        .hire("chief", Role.SUPERVISOR, List.of());
    anna = shop.signIn("anna");
    chief = shop.signIn("chief");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static Call post(String path, Map<String, ?> body) {
    return shop.call("POST", "/api/v1" + path)
        .cookie(anna)
        .header("Origin", shop.url())
        .json(body);
  }

  private static JsonNode get(String path) {
    return shop.call("GET", "/api/v1" + path).cookie(anna).send().expect(200).json();
  }

  /** A caller with this number rings anna on this queue; returns the interaction's id. */
  private static UUID rings(String call, String from, String queue) {
    Event ringing = Event.ringing(call, from, "anna").with("queue", queue);
    shop.tell(ringing);
    return ringing.interaction();
  }

  private static String path(UUID interaction, String what) {
    return "/interactions/" + interaction + "/" + what;
  }

  private static void ticket(String number, String customer, String priority) {
    Event event = Event.of(
            "shopbell.ticket.upserted",
            Map.of("system", "desk", "id", number, "subject", "Lamp flickers", "status", "open"))
        .with("customer", Map.of("system", "crm", "id", customer))
        .with("priority", priority)
        .with("openedAt", Instant.now().minus(Duration.ofDays(1)).toString());
    shop.tell(event);
  }

  private static List<String> texts(JsonNode list, String field) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.path(field).asText()));
    return texts;
  }

  @Test
  void aQueuesListSaysWhatWillDo() {
    UUID call = rings("r1", "+4922147201", "support");
    JsonNode wrong =
        post(path(call, "wrap-up"), Map.of("disposition", "resolved")).send().problem(422);
    assertEquals(
        "is required: one of [solved, call-back]", wrong.at("/errors/0/detail").asText());
    assertEquals("/disposition", wrong.at("/errors/0/pointer").asText());
    post(path(call, "wrap-up"), Map.of("note", "nothing said")).send().problem(422);
    post(path(call, "wrap-up"), Map.of("disposition", "call-back")).send().expect(204);
  }

  @Test
  void whereNoneIsRequiredNoneIsNeeded() {
    UUID call = rings("r2", "+4922147202", "sales");
    post(path(call, "wrap-up"), Map.of()).send().expect(204);
  }

  @Test
  void theScreenLearnsAQueuesChoicesInWords() {
    JsonNode sales = get("/queues/sales");
    assertEquals(
        List.of("resolved", "callback", "escalated", "unresolved"),
        texts(sales.path("dispositions"), "value"));
    assertEquals("call back", sales.at("/dispositions/1/text").asText());
    assertEquals(false, sales.path("dispositionRequired").asBoolean());
    assertTrue(texts(sales.path("reasons"), "text").contains("Delivery"));
    assertEquals(
        List.of("solved", "call-back"),
        texts(get("/queues/support").path("dispositions"), "value"));
    assertEquals(
        List.of("delivery", "warranty"), texts(get("/queues/support").path("reasons"), "value"));
  }

  @Test
  void aPromiseIsOnTheListOfItsOwner() {
    shop.tell(Event.customer("203", "Mia Falk", "+4922147203"));
    try (DeskClient deskClient = shop.seat("anna")) {
      UUID call = rings("r3", "+4922147203", "support");
      deskClient.card(call, card -> card.at("/customer/name").asText().equals("Mia Falk"));
      Waiting.until("belongs to Mia", () -> promise(call, "first", Map.of()).status() == 201);
      promise(call, "for the queue", Map.of("queue", "sales")).expect(201);
      promise(call, "for somebody else", Map.of("owner", "ben")).expect(201);
      promise(call, "for nobody we know", Map.of("owner", "nobody")).problem(422);
      promise(call, "for both", Map.of("owner", "ben", "queue", "sales")).problem(422);
    }
    JsonNode mine = get("/promises?owner=me&state=open").path("items");
    List<String> texts = texts(promises(mine), "text");
    assertTrue(texts.containsAll(List.of("first", "for the queue")), texts.toString());
    assertTrue(!texts.contains("for somebody else"), texts.toString());
    assertEquals("Mia Falk", withText(mine, "first").at("/customer/name").asText());
    assertEquals(
        List.of("for somebody else"),
        texts(
            promises(shop.call("GET", "/api/v1/promises?owner=ben")
                .cookie(chief)
                .send()
                .expect(200)
                .json()
                .path("items")),
            "text"));
    shop.call("GET", "/api/v1/promises?owner=ben").cookie(anna).send().problem(403);
    shop.call("GET", "/api/v1/promises?state=lost").cookie(anna).send().problem(422);
  }

  private static JsonNode withText(JsonNode items, String text) {
    return StreamSupport.stream(items.spliterator(), false)
        .filter(owed -> owed.at("/promise/text").asText().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode promises(JsonNode items) {
    com.fasterxml.jackson.databind.node.ArrayNode all = shopbell.json.Json.MAPPER.createArrayNode();
    items.forEach(item -> all.add(item.path("promise")));
    return all;
  }

  private static Answer promise(UUID call, String text, Map<String, String> owner) {
    Map<String, Object> body = new HashMap<>(owner);
    body.put("text", text);
    body.put("due", Instant.now().plus(Duration.ofDays(2)).toString());
    return post(path(call, "promise"), body).send();
  }

  @Test
  void aBrokenPromiseIsTheFirstReasonOfTheNextCallAndForbidsAnOffer() {
    shop.tell(Event.customer("204", "Ada Long", "+4922147204"));
    ticket("t204", "204", "critical");
    Instant due = Instant.now().plus(Duration.ofSeconds(3));
    try (DeskClient deskClient = shop.seat("anna")) {
      UUID call = rings("r4", "+4922147204", "support");
      deskClient.card(call, card -> card.at("/customer/name").asText().equals("Ada Long"));
      Waiting.until(
          "promised",
          () -> post(path(call, "promise"), Map.of("text", "Call back", "due", due.toString()))
                  .send()
                  .status()
              == 201);
      Waiting.until("due", () -> Instant.now().isAfter(due));
      UUID next = rings("r4b", "+4922147204", "support");
      JsonNode card = deskClient.card(next, c -> !c.path("reason").isEmpty());
      assertEquals("promise-broken", card.at("/reason/0/kind").asText());
      assertEquals("promise", card.at("/reason/0/topic").asText());
      assertTrue(texts(card.path("friction"), "kind").contains("promise-broken"));
      List<String> vetoes = texts(card.path("actions"), "veto");
      assertTrue(vetoes.toString().contains("No offer: critical ticket #t204"), vetoes.toString());
      double sum = 0;
      for (JsonNode reason : card.path("reason")) {
        sum += reason.path("weight").asDouble();
      }
      assertTrue(sum <= 1, "adds up to " + sum);
    }
  }

  @Test
  void whatWentWrongOnTheWebIsOnTheCardAndTheTimelineInWords() {
    shop.tell(Event.customer("205", "Jonas Berg", "+4922147205"));
    Instant now = Instant.now();
    for (int i = 0; i < 3; i++) {
      shop.tell(Event.of(
              "shopbell.touchpoint",
              Map.of(
                  "id", "w" + i, "channel", "web", "name", "payment.failed", "outcome", "failed"))
          .with("customer", Map.of("system", "crm", "id", "205"))
          .at(now.minus(Duration.ofMinutes(20 - 5L * i))));
    }
    try (DeskClient deskClient = shop.seat("anna")) {
      UUID call = rings("r5", "+4922147205", "support");
      JsonNode card = deskClient.card(call, c -> !c.path("friction").isEmpty());
      List<String> kinds = texts(card.path("friction"), "kind");
      assertTrue(
          kinds.containsAll(List.of("tried-again", "self-service-failed", "error-page")),
          kinds.toString());
      assertEquals(3, card.at("/effort/last7Days/attempts").asInt());
      assertEquals(10, card.at("/effort/last7Days/minutes").asInt());
      assertEquals("Payment failed", card.at("/journey/items/0/label").asText());
      String id = card.at("/customer/id").asText();
      JsonNode timeline = get("/customers/" + id + "/timeline").path("items");
      assertEquals(1, texts(timeline, "session").stream().distinct().count());
      assertEquals("Payment failed", timeline.at("/0/label").asText());
    }
  }

  @Test
  void aStrangersMenuChoiceIsAReasonWithItsProbability() {
    try (DeskClient deskClient = shop.seat("anna")) {
      Event rings = Event.ringing("r9", "+4922147299", "anna")
          .with("queue", "support")
          .with("attributes", Map.of("topic", "delivery"));
      shop.tell(rings);
      JsonNode card = deskClient.card(rings.interaction(), "ringing");
      assertEquals("unknown", card.at("/match/status").asText());
      assertEquals("menu-chosen", card.at("/reason/0/kind").asText());
      assertEquals(0.8, card.at("/reason/0/weight").asDouble());
    }
  }
}
