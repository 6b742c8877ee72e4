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
import shopbell.model.Role;
import shopbell.security.ApiKeyScope;

/** The library of actions as administrators edit it. */
class ActionLibraryIT {
  private static RunningShop shop;
  private static OwnActions actions;
  private static String chief;

  @BeforeAll
  static void open() {
    shop = RunningShop.open(Map.of("locale", "en"))
        .hire("chief", Role.SUPERVISOR, List.of())
        .hire("dora", Role.ADMIN, List.of());
    actions = new OwnActions(shop, shop.key(ApiKeyScope.ADMIN));
    chief = shop.signIn("chief");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static Map<String, Object> yaml(String name) {
    return Map.of("yaml", OwnActions.ACTION.formatted(name), "change", "first");
  }

  @Test
  void aDraftIsTriedBeforeItIsLive() {
    actions.change("POST", "actions", 201, yaml("steps"));
    actions
        .call("POST", "actions")
        .key(actions.admin())
        .json(yaml("steps"))
        .send()
        .problem(409);
    actions
        .call("PUT", "actions/steps")
        .key(actions.admin())
        .json(Map.of("version", 1, "state", "live"))
        .send()
        .problem(422);
    assertEquals("draft", actions.read("actions/steps").at("/versions/0/state").asText());
    JsonNode trial = actions.change("POST", "actions/steps/trial", 200, Map.of());
    assertEquals(0, trial.path("looked").asInt());
    assertEquals("tried", actions.read("actions/steps").at("/versions/0/state").asText());
  }

  @Test
  void aNewVersionThatGoesLiveRetiresTheOneBefore() {
    actions.live("greeting");
    Map<String, Object> next = Map.of(
        "name",
        "greeting",
        "kind",
        "information",
        "title",
        Map.of("de", "Neu", "en", "New"),
        "because",
        Map.of("de", "Darum", "en", "So"));
    actions.change("PUT", "actions/greeting", 200, Map.of("action", next));
    JsonNode both = actions.read("actions/greeting");
    assertEquals(1, both.path("live").asInt());
    assertEquals(2, both.at("/versions/0/version").asInt());
    actions.move("greeting", 2, "tried");
    actions.move("greeting", 2, "live");
    JsonNode second = actions.read("actions/greeting");
    assertEquals(2, second.path("live").asInt());
    assertEquals("retired", second.at("/versions/1/state").asText());
    actions.move("greeting", 2, "retired");
  }

  @Test
  void theLibraryNamesTheProgramsOwnAndRefusesMistakesWithTheirPlace() {
    JsonNode all = actions.read("actions");
    assertTrue(all.path("items").size() >= 20);
    assertEquals("promise-broken", all.at("/items/0/id").asText());
    assertTrue(all.at("/items/0/builtIn").asBoolean());
    assertEquals(3, all.path("vetoes").size());
    JsonNode mistake = actions
        .call("POST", "actions")
        .key(actions.admin())
        .json(Map.of("yaml", OwnActions.ACTION.formatted("x") + "colour: red\n"))
        .send()
        .problem(422);
    assertTrue(mistake.path("detail").asText().contains("line 10"), mistake.toString());
    actions.call("GET", "actions/nothing").key(actions.admin()).send().problem(404);
    actions.call("GET", "actions").cookie(chief).send().problem(403);
  }

  @Test
  void anOwnVetoReplacesTheProgramsOfItsName() {
    Map<String, Object> veto = Map.of(
        "name",
        "unhappy",
        "kinds",
        List.of("sale"),
        "rule",
        "false",
        "text",
        Map.of("de", "Nie", "en", "Never"));
    actions.change("PUT", "vetoes/unhappy", 200, Map.of("veto", veto));
    for (String state : List.of("tried", "live")) {
      actions.change("PUT", "vetoes/unhappy", 200, Map.of("version", 1, "state", state));
    }
    assertFalse(actions.read("vetoes/unhappy").path("builtIn").asBoolean());
  }

  @Test
  void theTesterSaysWhichPartOfARuleIsNotMetAndLeavesALook() {
    UUID kai = actions.gold("2", "Kai Ohm", "+4922147112");
    String gold = OwnActions.ACTION.formatted("tested");
    String rich = gold.replace("\"gold\" and", "\"gold\" and value.orders > 5 and");
    JsonNode result =
        actions.change("POST", "actions/tested/test", 200, Map.of("customer", kai, "yaml", rich));
    assertFalse(result.path("met").asBoolean());
    assertEquals("value.orders > 5", result.at("/rules/0/firstUnmet/text").asText());
    assertEquals("excluded", result.path("outcome").asText());
    JsonNode met =
        actions.change("POST", "actions/tested/test", 200, Map.of("customer", kai, "yaml", gold));
    assertEquals("shown", met.path("outcome").asText());
    assertEquals("Say hello to Kai Ohm", met.at("/texts/title/en").asText());
    assertEquals("gold", met.at("/facts/customer/tier").asText());
    Waiting.until(
        "the look is logged",
        () -> actions
                .call("GET", "looks?customer=" + kai)
                .cookie(chief)
                .send()
                .json()
                .path("items")
                .size()
            > 0);
  }

  @Test
  void pagesHearThatTheLibraryHasChanged() {
    try (DeskClient desk = DeskClient.open(shop, shop.signIn("dora"))) {
      desk.say("{\"type\":\"watch\",\"topics\":[\"actions\",\"effects\"]}");
      actions.change("POST", "actions", 201, yaml("heard"));
      desk.frame("changed", frame -> frame.toString().contains("actions"));
    }
  }
}
