package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import shopbell.config.InvalidConfiguration;
import shopbell.model.Role;
import shopbell.security.ApiKeyScope;
import shopbell.security.AuthenticatorApp;
import shopbell.store.DirectQueries;

/** The second factor: set up, required, accepted once, and reset by an administrator. */
class SecondFactorIT {
  private static final Duration STEP = Duration.ofSeconds(30);

  private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
  private final RunningShop shop = RunningShop.open(
          Map.of("session.secondFactor", "admin"), RunningShop.QUICK, this::now)
      .hire("anna")
      .hire("root", Role.ADMIN, List.of());

  @AfterEach
  void close() {
    shop.close();
  }

  private Instant now() {
    return Instant.now().plus(later.get());
  }

  private void pass(Duration time) {
    later.updateAndGet(time::plus);
  }

  private Call call(String method, String path) {
    return shop.call(method, "/api/v1" + path);
  }

  private Answer signIn(String name, String code) {
    Map<String, String> given =
        new HashMap<>(Map.of("name", name, "password", RunningShop.PASSWORD));
    if (!code.isEmpty()) {
      given.put("code", code);
    }
    return call("POST", "/session").json(given).send();
  }

  /** An app that has the secret, before a code of it was confirmed. */
  private AuthenticatorApp begun(String cookie) {
    return new AuthenticatorApp(call("POST", "/account/totp")
        .cookie(cookie)
        .send()
        .expect(201)
        .json()
        .path("secret")
        .asText());
  }

  /** The app that has been set up, a step later, so that its next code is a new one. */
  private AuthenticatorApp enrol(String cookie) {
    AuthenticatorApp app = begun(cookie);
    confirm(cookie, app.code(now())).expect(200);
    pass(STEP);
    return app;
  }

  private Answer confirm(String cookie, String code) {
    return call("POST", "/account/totp/confirmation")
        .cookie(cookie)
        .json(Map.of("code", code))
        .send();
  }

  private static String type(Answer refused) {
    return refused.problem(401).path("type").asText();
  }

  @Test
  void onceItIsSetUpThePasswordAloneOpensNothing() {
    AuthenticatorApp app = enrol(shop.signIn("anna"));
    assertEquals("urn:shopbell:problem:code", type(signIn("anna", "")));
    assertEquals("urn:shopbell:problem:code", type(signIn("anna", "000000")));
    signIn("anna", app.code(now())).expect(200);
    call("POST", "/session")
        .json(Map.of("name", "anna", "password", "wrong", "code", app.code(now())))
        .send()
        .problem(401);
  }

  @Test
  void aCodeIsTakenOnceAndOneStepEarlierOrLater() {
    AuthenticatorApp app = enrol(shop.signIn("anna"));
    signIn("anna", app.code(now())).expect(200);
    signIn("anna", app.code(now())).problem(401);
    signIn("anna", app.code(now().minus(STEP))).problem(401);
    pass(STEP.multipliedBy(4));
    signIn("anna", app.code(now().minus(STEP.multipliedBy(2)))).problem(401);
    signIn("anna", app.code(now().minus(STEP))).expect(200);
    signIn("anna", app.code(now().plus(STEP))).expect(200);
  }

  @Test
  void theCodeOfTheSettingUpDoesNotSignInToo() {
    String anna = shop.signIn("anna");
    AuthenticatorApp app = begun(anna);
    confirm(anna, "000000").problem(422);
    shop.signIn("anna");
    String code = app.code(now());
    confirm(anna, code).expect(200);
    signIn("anna", code).problem(401);
  }

  @Test
  void tenRecoveryCodesAreTakenOnceEachAndKeptOnlyAsHashes() {
    String anna = shop.signIn("anna");
    AuthenticatorApp app = begun(anna);
    JsonNode codes = confirm(anna, app.code(now())).expect(200).json().path("recoveryCodes");
    assertEquals(10, codes.size());
    String first = codes.get(0).asText();
    assertEquals(List.of(), new DirectQueries(shop.application().database()).tablesWith(first));
    signIn("anna", first.toLowerCase(java.util.Locale.ROOT).replace("-", " ")).expect(200);
    signIn("anna", first).problem(401);
    String again = signIn("anna", codes.get(1).asText()).expect(200).cookie();
    JsonNode state =
        call("GET", "/account/totp").cookie(again).send().expect(200).json();
    assertTrue(state.path("on").asBoolean());
    assertFalse(state.path("required").asBoolean());
    assertEquals(8, state.path("recoveryCodes").asInt());
  }

  @Test
  void guessingCodesGetsSlowerAsGuessingPasswordsDoes() {
    AuthenticatorApp app = enrol(shop.signIn("anna"));
    for (int i = 0; i < 5; i++) {
      assertEquals("urn:shopbell:problem:code", type(signIn("anna", "")), "is no guess");
    }
    for (int i = 0; i < 5; i++) {
      assertEquals("urn:shopbell:problem:code", type(signIn("anna", "00000" + i)));
    }
    signIn("anna", app.code(now())).problem(429);
  }

  @Test
  void aUserWhoseRoleNeedsASecondFactorSetsItUpFirst() {
    String root = shop.signIn("root");
    JsonNode me = call("GET", "/session").cookie(root).send().expect(200).json();
    assertTrue(me.path("mustEnrol").asBoolean());
    for (String path : List.of("/users", "/agents", "/audit", "/customers?q=a")) {
      JsonNode problem = call("GET", path).cookie(root).send().problem(403);
      assertEquals("urn:shopbell:problem:enrol", problem.path("type").asText());
    }
    CompletionException refused = Assertions.assertThrows(
        CompletionException.class,
        () -> DeskClient.socket(shop, root, shop.url(), new DeskClient.Heard(false)));
    assertEquals(
        403, ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode());
    enrol(root);
    call("GET", "/users").cookie(root).send().expect(200);
    call("DELETE", "/account/totp").cookie(root).send().problem(409);
    assertFalse(call("GET", "/session")
        .cookie(root)
        .send()
        .expect(200)
        .json()
        .path("mustEnrol")
        .asBoolean());
  }

  @Test
  void itsOwnerSwitchesItOffAndAnAdministratorResetsItWhichTheAuditKeeps() {
    String anna = shop.signIn("anna");
    enrol(anna);
    call("POST", "/account/totp").cookie(anna).send().problem(409);
    call("DELETE", "/account/totp").cookie(anna).send().expect(204);
    signIn("anna", "").expect(200);
    enrol(anna);
    String admin = shop.key(ApiKeyScope.ADMIN);
    call("DELETE", "/users/anna/totp").cookie(anna).send().problem(403);
    call("DELETE", "/users/anna/totp").key(admin).send().expect(204);
    call("GET", "/session").cookie(anna).send().problem(401);
    call("DELETE", "/users/anna/totp").key(admin).send().problem(404);
    signIn("anna", "").expect(200);
    List<String> acts = call("GET", "/audit?subject=anna")
        .key(admin)
        .send()
        .expect(200)
        .json()
        .path("items")
        .findValuesAsText("kind");
    assertEquals(2, acts.stream().filter("second-factor-set"::equals).count(), acts::toString);
    assertEquals(2, acts.stream().filter("second-factor-removed"::equals).count());
  }

  @Test
  void settingItUpWantsThePasswordAgain() {
    String anna = shop.signIn("anna");
    pass(Duration.ofMinutes(6));
    JsonNode problem = call("POST", "/account/totp").cookie(anna).send().problem(403);
    assertEquals("urn:shopbell:problem:confirm", problem.path("type").asText());
  }

  @Test
  void aRoleThatThereIsNotStopsTheStart() {
    InvalidConfiguration bad = Assertions.assertThrows(
        InvalidConfiguration.class,
        () -> RunningShop.open(Map.of("session.secondFactor", "admins")));
    assertTrue(bad.getMessage().contains("supervisor"), bad.getMessage());
  }
}
