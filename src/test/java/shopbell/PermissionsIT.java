package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopbell.model.Role;
import shopbell.security.ApiKeyScope;

class PermissionsIT {
  private static RunningShop shop;
  private static String anna;
  private static String carla;
  private static String sue;
  private static String root;

  @BeforeAll
  static void open() {
    shop = RunningShop.open()
        .hire("anna", "support")
        .hire("carla", "sales")
        .hire("sue", Role.SUPERVISOR, List.of())
        .hire("root", Role.ADMIN, List.of());
    anna = shop.signIn("anna");
    carla = shop.signIn("carla");
    sue = shop.signIn("sue");
    root = shop.signIn("root");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static Call get(String path) {
    return shop.call("GET", path);
  }

  private static int refusal(String cookie, String origin) {
    CompletionException failed = assertThrows(
        CompletionException.class,
        () -> DeskClient.socket(shop, cookie, origin, new DeskClient.Heard(false)));
    return ((WebSocketHandshakeException) failed.getCause()).getResponse().statusCode();
  }

  @Test
  void withoutSessionOrKeyNothingIsTold() {
    for (String path : List.of("session", "customers?q=a", "agents", "users", "keys", "nothing")) {
      get("/api/v1/" + path).send().problem(401);
      get("/api/v1/" + path).key("no-such-key").send().problem(401);
      get("/api/v1/" + path).cookie("shopbell_session=forged").send().problem(401);
    }
  }

  @Test
  void aSocketIsRefusedOnItsUpgrade() {
    assertEquals(401, refusal("", shop.url()));
    assertEquals(401, refusal("shopbell_session=forged", shop.url()));
    assertEquals(403, refusal(anna, "https://evil.example"));
    assertEquals(403, refusal(anna, ""));
    get("/ws/desk").cookie(anna).header("Origin", shop.url()).send().problem(426);
  }

  @Test
  void aCallThatChangesSomethingFromAnotherSitesPageIsRefused() {
    shop.call("POST", "/api/v1/customers")
        .cookie(anna)
        .header("Origin", "https://evil.example")
        .json(Map.of("name", "X"))
        .send()
        .problem(403);
    shop.call("POST", "/api/v1/session")
        .header("Origin", "null")
        .json(Map.of("name", "anna", "password", RunningShop.PASSWORD))
        .send()
        .problem(403);
    shop.call("DELETE", "/api/v1/session")
        .cookie(anna)
        .header("Origin", "https://evil.example")
        .send()
        .problem(403);
    get("/api/v1/session").cookie(anna).header("Origin", shop.url()).send().expect(200);
  }

  @Test
  void theSessionsCookieIsOutOfReachForScriptsAndOtherSites() {
    Answer in = shop.call("POST", "/api/v1/session")
        .header("Origin", shop.url())
        .json(Map.of("name", "anna", "password", RunningShop.PASSWORD))
        .send()
        .expect(200);
    String cookie = in.header("Set-Cookie");
    for (String part : List.of("shopbell_session=", "httponly", "samesite=strict", "path=/")) {
      assertTrue(cookie.toLowerCase(Locale.ROOT).contains(part), cookie);
    }
    assertFalse(
        cookie.toLowerCase(Locale.ROOT).contains("secure"),
        "http: a Secure cookie would not come back");
    assertEquals("anna", in.json().at("/agent/name").asText());
    shop.call("DELETE", "/api/v1/session").cookie(in.cookie()).send().expect(204);
    get("/api/v1/session").cookie(in.cookie()).send().problem(401);
  }

  @ParameterizedTest
  @CsvSource({
    "IN, 403, 403, 403",
    "JOURNEY, 403, 403, 403",
    "READ, 200, 200, 403",
    "ADMIN, 200, 200, 200"
  })
  void aKeyOpensWhatItsScopeSays(ApiKeyScope apiKeyScope, int customers, int agents, int users) {
    String key = shop.key(apiKeyScope);
    assertEquals(customers, get("/api/v1/customers?q=a").key(key).send().status());
    assertEquals(agents, get("/api/v1/agents").key(key).send().status());
    assertEquals(users, get("/api/v1/users").key(key).send().status());
    assertEquals(users, get("/api/v1/keys").key(key).send().status());
  }

  @ParameterizedTest
  @CsvSource({"anna, 403, 403", "sue, 200, 403", "root, 200, 200"})
  void aPersonSeesWhatTheRoleAllows(String name, int agents, int users) {
    String cookie = shop.signIn(name);
    get("/api/v1/customers?q=a").cookie(cookie).send().expect(200);
    assertEquals(agents, get("/api/v1/agents").cookie(cookie).send().status());
    assertEquals(users, get("/api/v1/users").cookie(cookie).send().status());
    assertEquals(users, get("/api/v1/keys").cookie(cookie).send().status());
  }

  @Test
  void anAgentTouchesOnlyWhatIsOnTheOwnDeskAndASupervisorAny() {
    String call = UUID.randomUUID().toString();
    Event ringing = Event.ringing(call, "+49301", "anna").with("queue", "support");
    shop.tell(ringing);
    String path = "/api/v1/interactions/" + ringing.interaction() + "/note";
    shop.call("POST", path).cookie(carla).json(Map.of("text", "x")).send().problem(403);
    shop.call("POST", path).cookie(anna).json(Map.of("text", "x")).send().expect(204);
    shop.call("POST", path).cookie(sue).json(Map.of("text", "y")).send().expect(204);
    shop.call("POST", path)
        .key(shop.key(ApiKeyScope.ADMIN))
        .json(Map.of("text", "z"))
        .send()
        .problem(403);
  }

  @Test
  void guessingPasswordsIsSlowedDownAlsoForManyAtOnce() {
    shop.hire("victim");
    List<CompletableFuture<Integer>> guesses = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String guess = "wrong " + i;
      guesses.add(CompletableFuture.supplyAsync(() -> shop.call("POST", "/api/v1/session")
          .json(Map.of("name", "victim", "password", guess))
          .send()
          .status()));
    }
    List<Integer> heard = guesses.stream().map(CompletableFuture::join).toList();
    assertEquals(5, heard.stream().filter(status -> status == 401).count());
    assertEquals(15, heard.stream().filter(status -> status == 429).count());
    Answer slowed = signIn("victim", RunningShop.PASSWORD, "");
    slowed.problem(429);
    long wait = Long.parseLong(slowed.header("Retry-After"));
    assertTrue(wait > 0 && wait <= 15, wait + " s");
  }

  @Test
  void aBrowserThatHasSignedInBeforeComesInWhileStrangersGuessItsName() {
    shop.hire("target");
    String device =
        signIn("target", RunningShop.PASSWORD, "").expect(200).cookie("shopbell_trusted_device");
    for (int guess = 0; guess < 5; guess++) {
      signIn("target", "a guess among many", "").problem(401);
    }
    signIn("target", RunningShop.PASSWORD, "").problem(429);
    signIn("target", RunningShop.PASSWORD, device).expect(200);
    signIn("target", RunningShop.PASSWORD, "1.forged.forged").problem(429);
  }

  private static Answer signIn(String name, String password, String device) {
    return shop.call("POST", "/api/v1/session")
        .header("Cookie", "shopbell_trusted_device=" + device)
        .json(Map.of("name", name, "password", password))
        .send();
  }

  @Test
  void wrongNameAndWrongPasswordSoundTheSame() {
    Answer nobody = shop.call("POST", "/api/v1/session")
        .json(Map.of("name", "nobody", "password", "x"))
        .send();
    Answer wrong = shop.call("POST", "/api/v1/session")
        .json(Map.of("name", "sue", "password", "x"))
        .send();
    assertEquals(nobody.problem(401), wrong.problem(401));
  }

  @Test
  void theNameOfAnotherUserIsTaken() {
    Map<String, Object> account = Map.of("name", "erik", "queues", List.of("support"));
    shop.call("POST", "/api/v1/users").cookie(root).json(account).send().expect(201);
    shop.call("POST", "/api/v1/users").cookie(root).json(account).send().problem(409);
    shop.call("POST", "/api/v1/users")
        .cookie(root)
        .header("If-Match", "*")
        .json(account)
        .send()
        .expect(201);
    shop.call("DELETE", "/api/v1/users/erik").cookie(root).send().expect(204);
  }

  @Test
  void anAdministratorMakesAndRemovesPeopleAndKeys() {
    String secret = shop.call("POST", "/api/v1/users")
        .cookie(root)
        .json(Map.of("name", "dora", "queues", List.of("support"), "aliases", List.of("42")))
        .send()
        .expect(201)
        .json()
        .path("secret")
        .asText();
    shop.call("POST", "/api/v1/session")
        .json(Map.of("name", "dora", "password", secret))
        .send()
        .expect(200);
    assertFalse(get("/api/v1/users").cookie(root).send().expect(200).text().contains(secret));
    shop.call("DELETE", "/api/v1/users/dora").cookie(root).send().expect(204);
    shop.call("DELETE", "/api/v1/users/dora").cookie(root).send().problem(404);
    String key = shop.call("POST", "/api/v1/keys")
        .cookie(root)
        .json(Map.of("name", "pbx", "scope", "in"))
        .send()
        .expect(201)
        .json()
        .path("secret")
        .asText();
    Event event = Event.ringing(UUID.randomUUID().toString(), "+49301", "anna");
    shop.call("POST", "/in/events").key(key).cloudEvent(event).send().expect(202);
    assertTrue(get("/api/v1/keys").cookie(root).send().text().contains("\"pbx\""));
    shop.call("DELETE", "/api/v1/keys/pbx").cookie(root).send().expect(204);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/in/events | '' | 401",
        "/in/events | Bearer wrong | 401",
        "/in/events/wrong | '' | 401",
        "/in/events | Basic %%% | 401",
        "/in/events | Bearer " + RunningShop.KEY + " | 202",
        "/in/events | Basic YS1rZXktZm9yLXRoZS1kb29yczo= | 202",
        "/in/events/" + RunningShop.KEY + " | '' | 202"
      })
  void aDoorOpensOnlyForItsKey(String path, String authorization, int status) {
    Call call = shop.call("POST", path).cloudEvent(Event.ringing("locked", "+49301", "anna"));
    Answer answer =
        (authorization.isEmpty() ? call : call.header("Authorization", authorization)).send();
    if (status == 202) {
      answer.expect(202);
    } else {
      answer.problem(status);
    }
  }

  @ParameterizedTest
  @CsvSource({"IN, 202", "ADMIN, 202", "READ, 403", "JOURNEY, 403"})
  void aDoorOpensForKeysOfItsScope(ApiKeyScope apiKeyScope, int status) {
    Event event = Event.ringing("locked", "+49301", "anna");
    Answer answer = shop.call("POST", "/in/events")
        .key(shop.key(apiKeyScope))
        .cloudEvent(event)
        .send();
    assertEquals(status, answer.status());
  }
}
