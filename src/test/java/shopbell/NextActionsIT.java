package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.model.ExternalId;
import shopbell.model.Role;
import shopbell.security.ApiKeyScope;
import shopbell.store.DirectQueries;

/** Decisions on cards and in other channels, and the answers to them. */
class NextActionsIT {
  private static RunningShop shop;
  private static OwnActions actions;
  private static String anna;
  private static String chief;

  @BeforeAll
  static void open() {
    shop = RunningShop.open(Map.of("locale", "en"))
        .hire("anna")
        .hire("chief", Role.SUPERVISOR, List.of());
    actions = new OwnActions(shop, shop.key(ApiKeyScope.ADMIN));
    anna = shop.signIn("anna");
    chief = shop.signIn("chief");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  /** The first action on the card of a call. */
  private static JsonNode shown(String call, String phone) {
    try (DeskClient desk = DeskClient.open(shop, anna)) {
      Event rings = Event.ringing(call, phone, "anna");
      shop.tell(rings);
      JsonNode card = desk.card(
          rings.interaction(), frame -> frame.at("/actions/0/kind").asText().equals("hello"));
      assertEquals(List.of(), SchemaFile.component("CardFrame").faults(card));
      return card.at("/actions/0");
    }
  }

  @Test
  void anOwnActionIsOnTheCardOfACallAndItsAnswerIsKept() {
    actions.live("hello");
    UUID mia = actions.gold("1", "Mia Falk", "+4922147111");
    JsonNode action = shown("call 1", "+4922147111");
    assertEquals("Say hello to Mia Falk", action.path("text").asText());
    assertEquals("Hallo Mia Falk sagen", action.at("/words/text/de").asText());
    assertEquals("Is gold", action.path("because").asText());
    assertTrue(action.path("effect").isNull());
    String decision = action.path("decision").asText();
    answered(decision);
    JsonNode hello = actions.read("effects?days=30", chief).at("/items/0");
    assertEquals("hello", hello.path("action").asText());
    assertEquals(1, hello.path("wrong").asInt());
    assertEquals("too-new", hello.path("verdict").asText());
    actions.call("GET", "effects").cookie(anna).send().problem(403);
    actions.move("hello", 1, "retired");
    erasedWithEverything(mia);
  }

  private static void answered(String decision) {
    Waiting.until(
        "the decision is stored",
        () -> actions.call("GET", "decisions/" + decision).cookie(chief).send().status() == 200);
    actions.response(decision, "hello", "later").cookie(anna).send().expect(204);
    actions.response(decision, "hello", "wrong").cookie(anna).send().expect(204);
    actions.response(decision, "offer", "done").cookie(anna).send().problem(422);
    JsonNode explained = actions.read("decisions/" + decision, chief);
    assertEquals("said wrong", explained.at("/responses/0/comment").asText());
    assertEquals(1, explained.path("responses").size());
    assertEquals("shown", explained.at("/candidates/0/outcome").asText());
    actions.call("GET", "decisions/" + decision).cookie(anna).send().problem(403);
  }

  private static void erasedWithEverything(UUID person) {
    String path = "customers/" + person;
    String export =
        actions.call("GET", path + "/export").cookie(chief).send().expect(200).text();
    assertTrue(export.contains("\"exposure\"") && export.contains("said wrong"));
    actions.call("DELETE", path).key(actions.admin()).send().expect(200);
    List<String> left =
        new DirectQueries(shop.application().database()).tablesWith(person.toString());
    assertFalse(left.contains("decision") || left.contains("exposure"), left.toString());
  }

  private static Map<String, Object> question(Object handle) {
    return Map.of("handle", handle, "channel", "web", "placement", "basket", "max", 1);
  }

  private static Map<String, Object> question(UUID customer, int max) {
    return Map.of("customer", customer, "channel", "web", "placement", "basket", "max", max);
  }

  @Test
  void anotherChannelDecidesWithItsOwnKey() {
    actions.live("web");
    actions.gold("3", "Ada Stern", "+4922147113");
    String key = shop.key(ApiKeyScope.DECIDE);
    Object phone = Map.of("kind", "phone", "value", "0221 47113");
    JsonNode decided = actions.described(
        "POST", "decisions", 200, actions.call("POST", "decisions").key(key).json(question(phone)));
    assertEquals("web", decided.at("/actions/0/action").asText());
    assertEquals("Is gold", decided.at("/actions/0/why/en").asText());
    String id = decided.path("id").asText();
    actions.response(id, "web", "accepted").key(key).send().expect(204);
    actions
        .response(UUID.randomUUID().toString(), "web", "done")
        .key(key)
        .send()
        .problem(404);
    actions.call("GET", "decisions/" + id).key(key).send().problem(403);
    actions.move("web", 1, "retired");
  }

  @Test
  void aKeyForDecisionsOpensNothingElseAndNoOtherKeyDecides() {
    UUID nobody = UUID.randomUUID();
    String key = shop.key(ApiKeyScope.DECIDE);
    actions.call("GET", "customers?q=Ada").key(key).send().problem(403);
    actions.call("GET", "actions").key(key).send().problem(403);
    String reader = shop.key(ApiKeyScope.READ);
    actions
        .call("POST", "decisions")
        .key(reader)
        .json(question(nobody, 1))
        .send()
        .problem(403);
    actions.call("POST", "decisions").key(key).json(question(nobody, 1)).send().problem(404);
    actions.call("POST", "decisions").key(key).json(question(nobody, 99)).send().problem(422);
  }

  @Test
  void aCustomerWhoRefusesProfilingGetsNoChosenAction() {
    actions.live("quiet");
    shop.tell(Event.customer("4", "Ute Sommer", "+4922147114")
        .with("tier", "gold")
        .with("attributes", Map.of("consent.profiling", "false")));
    UUID ute = new ExternalId("crm", "4").uuid();
    JsonNode decided = actions.change("POST", "decisions", 200, question(ute, 3));
    assertEquals(0, decided.path("actions").size(), decided.toString());
    actions.move("quiet", 1, "retired");
  }
}
