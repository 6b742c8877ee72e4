package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopbell.model.Role;
import shopbell.security.ApiKeyScope;
import shopbell.store.DirectQueries;

/** Users change their own account: another password, signing out everywhere. */
class OwnAccountIT {
  private static final String NEXT = "eleven quiet harbours";

  private final RunningShop shop =
      RunningShop.open().hire("anna", "support").hire("root", Role.ADMIN, List.of());

  @AfterEach
  void close() {
    shop.close();
  }

  private Answer change(String cookie, String current, String next) {
    return shop.call("POST", "/api/v1/account/password")
        .cookie(cookie)
        .json(Map.of("current", current, "password", next))
        .send();
  }

  private Answer signIn(String password) {
    return shop.call("POST", "/api/v1/session")
        .json(Map.of("name", "anna", "password", password))
        .send();
  }

  private String acts(String subject) {
    return shop.call("GET", "/api/v1/audit?subject=" + subject)
        .cookie(shop.signIn("root"))
        .send()
        .expect(200)
        .json()
        .path("items")
        .findValuesAsText("kind")
        .toString();
  }

  @Test
  void anotherPasswordEndsAllOtherSessionsAndTheirScreensWithinASecond() {
    try (DeskClient here = shop.seat("anna");
        DeskClient there = shop.seat("anna")) {
      change(here.cookie(), RunningShop.PASSWORD, NEXT).expect(204);
      Instant changed = Instant.now();
      assertEquals(1008, there.closedWith());
      assertTrue(Duration.between(changed, Instant.now()).toMillis() < 1_000);
      shop.call("GET", "/api/v1/session").cookie(there.cookie()).send().problem(401);
      shop.call("GET", "/api/v1/session").cookie(here.cookie()).send().expect(200);
      assertFalse(here.isClosed());
    }
    signIn(RunningShop.PASSWORD).problem(401);
    signIn(NEXT).expect(200);
    assertTrue(acts("anna").contains("password-changed"));
    assertEquals(List.of(), new DirectQueries(shop.application().database()).tablesWith(NEXT));
  }

  @Test
  void theOldPasswordIsNeededAndGuessingItGetsSlower() {
    String anna = shop.signIn("anna");
    for (int i = 0; i < 5; i++) {
      JsonNode problem = change(anna, "wrong", NEXT).problem(422);
      assertEquals("/current", problem.at("/errors/0/pointer").asText());
    }
    JsonNode wait = change(anna, RunningShop.PASSWORD, NEXT).problem(429);
    assertTrue(wait.path("detail").asText().contains("Wait"), wait.toString());
    change(shop.signIn("anna"), RunningShop.PASSWORD, NEXT).expect(204);
  }

  @Test
  void aNewPasswordThatIsEasyToGuessIsRefusedWithWhatToDo() {
    String anna = shop.signIn("anna");
    for (String weak : List.of("short", "Password2026!", "anna-2026-2026", RunningShop.PASSWORD)) {
      JsonNode problem = change(anna, RunningShop.PASSWORD, weak).problem(422);
      assertEquals("/password", problem.at("/errors/0/pointer").asText());
      assertTrue(problem.at("/errors/0/detail").asText().contains("take "), problem.toString());
    }
    shop.call("POST", "/api/v1/users")
        .key(shop.key(ApiKeyScope.ADMIN))
        .json(Map.of("name", "dora", "password", "qwertyuiop123"))
        .send()
        .problem(422);
    change(anna, RunningShop.PASSWORD, NEXT).expect(204);
  }

  @Test
  void aKeyHasNoPasswordAndNoSessions() {
    String key = shop.key(ApiKeyScope.ADMIN);
    shop.call("POST", "/api/v1/account/password")
        .key(key)
        .json(Map.of("current", "x", "password", NEXT))
        .send()
        .problem(403);
    shop.call("GET", "/api/v1/sessions").key(key).send().problem(403);
    shop.call("DELETE", "/api/v1/sessions").key(key).send().problem(403);
  }

  @Test
  void oneSeesTheOwnSessionsAndNobodyElses() {
    shop.signIn("root");
    shop.signIn("anna");
    String anna = shop.signIn("anna");
    JsonNode all = shop.call("GET", "/api/v1/sessions")
        .cookie(anna)
        .send()
        .expect(200)
        .json()
        .path("items");
    assertEquals(2, all.size());
    assertEquals(List.of("true", "false"), all.findValuesAsText("current"));
    assertFalse(all.toString().contains("token"), all.toString());
  }

  @Test
  void signingOutEverywhereEndsEverySessionAndScreenAtEveryNode() {
    try (TwoNodes nodes = TwoNodes.open()) {
      nodes.a().hire("anna").hire("root", Role.ADMIN, List.of());
      Waiting.until(
          "the other node knows anna",
          () -> nodes
                  .b()
                  .call("POST", "/api/v1/session")
                  .json(Map.of("name", "anna", "password", RunningShop.PASSWORD))
                  .send()
                  .status()
              == 200);
      try (DeskClient here = nodes.a().seat("anna");
          DeskClient there = nodes.b().seat("anna")) {
        nodes
            .a()
            .call("DELETE", "/api/v1/sessions")
            .cookie(here.cookie())
            .send()
            .expect(204);
        Instant out = Instant.now();
        assertEquals(1008, there.closedWith());
        assertEquals(1008, here.closedWith());
        assertTrue(Duration.between(out, Instant.now()).toMillis() < 1_000);
        nodes.b().call("GET", "/api/v1/session").cookie(there.cookie()).send().problem(401);
        nodes.a().call("GET", "/api/v1/session").cookie(here.cookie()).send().problem(401);
      }
    }
  }

  @Test
  void signingOutEverywhereIsInTheAuditAndTakesTheCookieAway() {
    String anna = shop.signIn("anna");
    Answer out = shop.call("DELETE", "/api/v1/sessions").cookie(anna).send().expect(204);
    assertTrue(out.header("Set-Cookie").contains("Max-Age=0"), out.header("Set-Cookie"));
    assertTrue(acts("anna").contains("signed-out-everywhere"));
  }
}
