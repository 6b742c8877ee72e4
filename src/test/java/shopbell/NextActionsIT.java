package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
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

/** Own actions from their draft to the card, and what becomes of them; every answer is as openapi.yaml describes it. */
class NextActionsIT {
  private static final String ACTION = """
      name: %s
      kind: information
      title: {de: "Hallo {customer.name} sagen", en: "Say hello to {customer.name}"}
      because: {de: "Ist Gold", en: "Is gold"}
      eligible: customer.tier = "gold" and customer.kind = "person"
      value: {amount: 10, unit: EUR}
      evidence: {successes: 90, trials: 100}
      success: {kind: order, within: P14D}
      holdOut: 0
      """;

  private static RunningShop shop;
  private static String admin;
  private static String anna;
  private static String chief;

  @BeforeAll
  static void open() {
    shop = RunningShop.open(Map.of("locale", "en"))
        .hire("anna")
        .hire("chief", Role.SUPERVISOR, List.of());
    admin = shop.key(ApiKeyScope.ADMIN);
    anna = shop.signIn("anna");
    chief = shop.signIn("chief");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static Call call(String method, String path) {
    return shop.call(method, "/api/v1/" + path);
  }

  private static JsonNode described(String method, String path, int status, Answer answer) {
    JsonNode json = answer.expect(status).json();
    String bare = "/api/v1/" + path.replaceAll("[?].*", "");
    assertEquals(
        List.of(), SchemaFile.answer(method, bare, status).orElseThrow().faults(json), path);
    return json;
  }

  private static JsonNode admin(String method, String path, int status, Object body) {
    return described(
        method, path, status, call(method, path).key(admin).json(body).send());
  }

  private static JsonNode read(String path, String cookie) {
    return described("GET", path, 200, call("GET", path).cookie(cookie).send());
  }

  private static UUID gold(String number, String name, String phone) {
    shop.tell(Event.customer(number, name, phone).with("tier", "gold"));
    return new ExternalId("crm", number).uuid();
  }

  private static void live(String name) {
    admin("POST", "actions", 201, Map.of("yaml", ACTION.formatted(name), "change", "first"));
    admin("POST", "actions/" + name + "/trial", 200, Map.of("days", 30));
    admin("PUT", "actions/" + name, 200, Map.of("version", 1, "state", "live"));
  }

  private static void retire(String name) {
    admin("PUT", "actions/" + name, 200, Map.of("version", 1, "state", "retired"));
  }

  private static List<String> kinds(JsonNode card) {
    List<String> kinds = new ArrayList<>();
    card.path("actions").forEach(one -> kinds.add(one.path("kind").asText()));
    return kinds;
  }

  @Test
  void anOwnActionIsOnTheCardOfACallAndItsAnswerIsKept() {
    live("hello");
    UUID mia = gold("1", "Mia Falk", "+4922147111");
    String decision;
    try (DeskClient desk = DeskClient.open(shop, anna)) {
      Event rings = Event.ringing("call 1", "+4922147111", "anna");
      shop.tell(rings);
      JsonNode card = desk.card(rings.interaction(), frame -> kinds(frame).contains("hello"));
      JsonNode action = card.at("/actions/0");
      assertEquals("Say hello to Mia Falk", action.path("text").asText());
      assertEquals("Hallo Mia Falk sagen", action.at("/words/text/de").asText());
      assertEquals("Is gold", action.path("because").asText());
      assertTrue(action.path("effect").isNull());
      decision = action.path("decision").asText();
      assertEquals(List.of(), SchemaFile.component("CardFrame").faults(card));
    }
    Waiting.until(
        "the decision is stored",
        () -> call("GET", "decisions/" + decision).cookie(chief).send().status() == 200);
    call("POST", "decisions/" + decision + "/responses")
        .cookie(anna)
        .json(Map.of("action", "hello", "response", "later"))
        .send()
        .expect(204);
    call("POST", "decisions/" + decision + "/responses")
        .cookie(anna)
        .json(Map.of("action", "hello", "response", "wrong", "comment", "no gold"))
        .send()
        .expect(204);
    call("POST", "decisions/" + decision + "/responses")
        .cookie(anna)
        .json(Map.of("action", "offer", "response", "done"))
        .send()
        .problem(422);
    JsonNode explained = read("decisions/" + decision, chief);
    assertEquals("no gold", explained.at("/responses/0/comment").asText());
    assertEquals(1, explained.path("responses").size());
    assertEquals("shown", explained.at("/candidates/0/outcome").asText());
    call("GET", "decisions/" + decision).cookie(anna).send().problem(403);
    JsonNode effects = read("effects?days=30", chief);
    JsonNode hello = effects.at("/items/0");
    assertEquals("hello", hello.path("action").asText());
    assertEquals(1, hello.path("wrong").asInt());
    assertEquals("too-new", hello.path("verdict").asText());
    call("GET", "effects").cookie(anna).send().problem(403);
    retire("hello");
    erasedWithEverything(mia);
  }

  private static void erasedWithEverything(UUID person) {
    String export = call("GET", "customers/" + person + "/export")
        .cookie(chief)
        .send()
        .expect(200)
        .text();
    assertTrue(export.contains("\"exposure\"") && export.contains("no gold"));
    call("DELETE", "customers/" + person).key(admin).send().expect(200);
    List<String> left =
        new DirectQueries(shop.application().database()).tablesWith(person.toString());
    assertFalse(left.contains("decision") || left.contains("exposure"), left.toString());
  }

  @Test
  void aDraftIsOnNoCardAndOneAfterTheOtherIsLive() {
    admin("POST", "actions", 201, Map.of("yaml", ACTION.formatted("steps"), "change", "first"));
    call("POST", "actions")
        .key(admin)
        .json(Map.of("yaml", ACTION.formatted("steps")))
        .send()
        .problem(409);
    call("PUT", "actions/steps")
        .key(admin)
        .json(Map.of("version", 1, "state", "live"))
        .send()
        .problem(422);
    JsonNode first = read("actions/steps", admin());
    assertEquals("draft", first.at("/versions/0/state").asText());
    admin("POST", "actions/steps/trial", 200, Map.of());
    admin("PUT", "actions/steps", 200, Map.of("version", 1, "state", "live"));
    admin(
        "PUT",
        "actions/steps",
        200,
        Map.of(
            "action",
            Map.of(
                "name",
                "steps",
                "kind",
                "information",
                "title",
                Map.of("de", "Neu", "en", "New"),
                "because",
                Map.of("de", "Darum", "en", "So"))));
    JsonNode both = read("actions/steps", admin());
    assertEquals(1, both.path("live").asInt());
    assertEquals(2, both.at("/versions/0/version").asInt());
    admin("PUT", "actions/steps", 200, Map.of("version", 2, "state", "tried"));
    admin("PUT", "actions/steps", 200, Map.of("version", 2, "state", "live"));
    JsonNode second = read("actions/steps", admin());
    assertEquals(2, second.path("live").asInt());
    assertEquals("retired", second.at("/versions/1/state").asText());
    admin("PUT", "actions/steps", 200, Map.of("version", 2, "state", "retired"));
  }

  private static String admin() {
    if (shop.call("POST", "/api/v1/session")
            .json(Map.of("name", "dora", "password", RunningShop.PASSWORD))
            .send()
            .status()
        != 200) {
      shop.hire("dora", Role.ADMIN, List.of());
    }
    return shop.signIn("dora");
  }

  @Test
  void theLibraryNamesTheProgramsOwnAndRefusesMistakesWithTheirPlace() {
    JsonNode all =
        described("GET", "actions", 200, call("GET", "actions").key(admin).send());
    assertTrue(all.path("items").size() >= 20);
    assertEquals("promise-broken", all.at("/items/0/id").asText());
    assertTrue(all.at("/items/0/builtIn").asBoolean());
    assertEquals(3, all.path("vetoes").size());
    JsonNode mistake = call("POST", "actions")
        .key(admin)
        .json(Map.of("yaml", ACTION.formatted("x") + "colour: red\n"))
        .send()
        .problem(422);
    assertTrue(mistake.path("detail").asText().contains("line 10"), mistake.toString());
    call("GET", "actions/nothing").key(admin).send().problem(404);
    call("GET", "actions").cookie(chief).send().problem(403);
    call("PUT", "actions/offer")
        .key(admin)
        .json(Map.of("version", 1, "state", "retired"))
        .send()
        .problem(422);
  }

  @Test
  void theTesterSaysWhichPartOfARuleIsNotMetAndLeavesALook() {
    UUID kai = gold("2", "Kai Ohm", "+4922147112");
    String yaml =
        ACTION.formatted("tested").replace("\"gold\" and", "\"gold\" and value.orders > 5 and");
    JsonNode result =
        admin("POST", "actions/tested/test", 200, Map.of("customer", kai, "yaml", yaml));
    assertFalse(result.path("met").asBoolean());
    assertEquals("value.orders > 5", result.at("/rules/0/firstUnmet/text").asText());
    assertEquals("excluded", result.path("outcome").asText());
    JsonNode met = admin(
        "POST",
        "actions/tested/test",
        200,
        Map.of("customer", kai, "yaml", ACTION.formatted("tested")));
    assertEquals("shown", met.path("outcome").asText());
    assertEquals("Say hello to Kai Ohm", met.at("/texts/title/en").asText());
    assertEquals("gold", met.at("/facts/customer/tier").asText());
    Waiting.until(
        "the look is logged",
        () -> call("GET", "looks?customer=" + kai)
                .cookie(chief)
                .send()
                .json()
                .path("items")
                .size()
            > 0);
    call("POST", "actions/tested/test")
        .key(admin)
        .json(Map.of("customer", UUID.randomUUID(), "yaml", yaml))
        .send()
        .problem(404);
  }

  @Test
  void anotherChannelDecidesWithItsOwnKeyAndTheKeyOpensNothingElse() {
    live("web");
    gold("3", "Ada Stern", "+4922147113");
    String key = shop.key(ApiKeyScope.DECIDE);
    Map<String, Object> question = Map.of(
        "handle",
        Map.of("kind", "phone", "value", "0221 47113"),
        "channel",
        "web",
        "placement",
        "basket",
        "max",
        1);
    JsonNode decided = described(
        "POST",
        "decisions",
        200,
        call("POST", "decisions").key(key).json(question).send());
    assertEquals("web", decided.at("/actions/0/action").asText());
    assertEquals("Is gold", decided.at("/actions/0/why/en").asText());
    String id = decided.path("id").asText();
    call("POST", "decisions/" + id + "/responses")
        .key(key)
        .json(Map.of("action", "web", "response", "accepted"))
        .send()
        .expect(204);
    call("GET", "decisions/" + id).key(key).send().problem(403);
    call("GET", "customers?q=Ada").key(key).send().problem(403);
    call("POST", "decisions")
        .key(shop.key(ApiKeyScope.READ))
        .json(question)
        .send()
        .problem(403);
    call("POST", "decisions/" + UUID.randomUUID() + "/responses")
        .key(key)
        .json(Map.of("action", "web", "response", "accepted"))
        .send()
        .problem(404);
    call("POST", "decisions")
        .key(key)
        .json(Map.of("customer", UUID.randomUUID(), "channel", "web", "placement", "x"))
        .send()
        .problem(404);
    call("POST", "decisions")
        .key(key)
        .json(Map.of("customer", UUID.randomUUID(), "channel", "web", "placement", "x", "max", 99))
        .send()
        .problem(422);
    retire("web");
  }

  @Test
  void aCustomerWhoRefusesProfilingGetsNoChosenAction() {
    live("quiet");
    shop.tell(Event.customer("4", "Ute Sommer", "+4922147114")
        .with("tier", "gold")
        .with("attributes", Map.of("consent.profiling", "false")));
    UUID ute = new ExternalId("crm", "4").uuid();
    JsonNode decided = described(
        "POST",
        "decisions",
        200,
        call("POST", "decisions")
            .key(admin)
            .json(Map.of("customer", ute, "channel", "web", "placement", "x"))
            .send());
    assertEquals(0, decided.path("actions").size(), decided.toString());
    retire("quiet");
  }

  @Test
  void pagesHearThatTheLibraryHasChanged() {
    try (DeskClient desk = DeskClient.open(shop, admin())) {
      desk.say("{\"type\":\"watch\",\"topics\":[\"actions\",\"effects\"]}");
      desk.frame("changed", frame -> true);
      admin("POST", "actions", 201, Map.of("yaml", ACTION.formatted("heard")));
      desk.frame("changed", frame -> frame.toString().contains("actions"));
    }
  }
}
