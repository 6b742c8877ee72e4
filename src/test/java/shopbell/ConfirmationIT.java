package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shopbell.model.ExternalId;
import shopbell.model.Role;
import shopbell.security.ApiKeyScope;

/**
 * Irreversible actions, and those that grant permissions, require the password when it was entered more than five
 * minutes ago.
 */
class ConfirmationIT {
  private static final UUID MIA = new ExternalId("crm", "9").uuid();

  private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
  private final RunningShop shop = RunningShop.open(
          Map.of(), RunningShop.QUICK, () -> Instant.now().plus(later.get()))
      .hire("root", Role.ADMIN, List.of())
      .hire("chief", Role.SUPERVISOR, List.of());
  private String root;

  @BeforeEach
  void open() {
    shop.tell(Event.customer("9", "Mia Rosenzweig", "+4922155509"));
    root = shop.signIn("root");
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private Call call(String method, String path) {
    return shop.call(method, "/api/v1" + path);
  }

  private List<Call> weighty() {
    return List.of(
        call("GET", "/customers/" + MIA + "/export"),
        call("POST", "/customers/" + MIA + "/anonymise"),
        call("DELETE", "/customers/" + MIA),
        call("POST", "/keys").json(Map.of("name", "pbx", "scope", "in")),
        call("DELETE", "/keys/pbx"),
        call("POST", "/users").json(Map.of("name", "dora", "role", "admin")),
        call("DELETE", "/users/dora"));
  }

  private Answer confirm(String password) {
    return call("POST", "/account/confirmation")
        .cookie(root)
        .json(Map.of("password", password))
        .send();
  }

  @Test
  void afterFiveMinutesThePasswordIsAskedForBeforeEachOfThem() {
    later.set(Duration.ofMinutes(6));
    for (Call call : weighty()) {
      assertEquals(
          "urn:shopbell:problem:confirm",
          call.cookie(root).send().problem(403).path("type").asText());
    }
    call("GET", "/keys").cookie(root).send().expect(200);
    call("GET", "/customers/" + MIA).cookie(root).send().expect(200);
  }

  @Test
  void itCountsForFiveMinutesFromWhenItIsGiven() {
    call("GET", "/customers/" + MIA + "/export").cookie(root).send().expect(200);
    later.set(Duration.ofMinutes(6));
    assertEquals(
        "/password", confirm("wrong").problem(422).at("/errors/0/pointer").asText());
    call("DELETE", "/customers/" + MIA).cookie(root).send().problem(403);
    confirm(RunningShop.PASSWORD).expect(204);
    later.set(Duration.ofMinutes(10));
    call("DELETE", "/customers/" + MIA).cookie(root).send().expect(200);
    later.set(Duration.ofMinutes(12));
    call("DELETE", "/customers/" + MIA).cookie(root).send().problem(403);
  }

  @Test
  void anotherSessionIsAskedForItself() {
    later.set(Duration.ofMinutes(6));
    confirm(RunningShop.PASSWORD).expect(204);
    String fresh = shop.signIn("root");
    later.set(Duration.ofMinutes(8));
    call("POST", "/account/confirmation")
        .cookie(shop.signIn("chief"))
        .json(Map.of("password", RunningShop.PASSWORD))
        .send()
        .expect(204);
    call("POST", "/keys")
        .cookie(fresh)
        .json(Map.of("name", "pbx", "scope", "in"))
        .send()
        .expect(201);
  }

  @Test
  void aKeyIsNotAskedAndHasNothingToConfirm() {
    String key = shop.key(ApiKeyScope.ADMIN);
    later.set(Duration.ofHours(3));
    call("GET", "/customers/" + MIA + "/export").key(key).send().expect(200);
    call("POST", "/account/confirmation")
        .key(key)
        .json(Map.of("password", RunningShop.PASSWORD))
        .send()
        .problem(403);
  }

  @Test
  void itIsInTheAuditRightOrWrongAndGuessingGetsSlower() {
    confirm(RunningShop.PASSWORD).expect(204);
    for (int i = 0; i < 5; i++) {
      confirm("wrong").problem(422);
    }
    confirm(RunningShop.PASSWORD).problem(429);
    String acts = call("GET", "/audit?subject=root")
        .cookie(root)
        .send()
        .expect(200)
        .json()
        .path("items")
        .findValuesAsText("kind")
        .toString();
    assertTrue(acts.contains("confirmation-refused, confirmed"), acts);
  }
}
