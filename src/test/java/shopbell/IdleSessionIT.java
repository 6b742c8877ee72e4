package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopbell.model.Role;
import shopbell.scheduling.Intervals;
import shopbell.store.DirectQueries;

/** An unused session ends by itself; one with an open screen is in use. */
class IdleSessionIT {
  private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
  private final RunningShop shop = RunningShop.open(
          Map.of("session.idleMinutes", "30"),
          RunningShop.QUICK,
          () -> Instant.now().plus(later.get()))
      .hire("anna")
      .hire("root", Role.ADMIN, List.of());

  @AfterEach
  void close() {
    shop.close();
  }

  private void pass(Duration time) {
    later.updateAndGet(time::plus);
  }

  private Answer whoAmI(String cookie) {
    return shop.call("GET", "/api/v1/session").cookie(cookie).send();
  }

  @Test
  void itEndsAfterHalfAnHourWithoutARequestAndDoesNotComeBack() {
    String anna = shop.signIn("anna");
    pass(Duration.ofMinutes(29));
    whoAmI(anna).expect(200);
    pass(Duration.ofMinutes(29));
    whoAmI(anna).expect(200);
    pass(Duration.ofMinutes(31));
    JsonNode problem = whoAmI(anna).problem(401);
    assertEquals("urn:shopbell:problem:idle", problem.path("type").asText());
    assertTrue(problem.path("detail").asText().contains("30 minutes"), problem.toString());
    assertEquals(
        "urn:shopbell:problem:idle", whoAmI(anna).problem(401).path("type").asText());
    whoAmI(shop.signIn("anna")).expect(200);
  }

  @Test
  void aScreenThatIsOpenKeepsItAndAClosedOneDoesNot() {
    String cookie;
    try (DeskClient anna = shop.seat("anna")) {
      cookie = anna.cookie();
      pass(Duration.ofMinutes(31));
      whoAmI(cookie).expect(200);
    }
    Waiting.until(
        "the desk knows that the screen is closed",
        () -> shop.operator("/metrics").send().text().contains("shopbell_desk_sockets 0.0"));
    pass(Duration.ofMinutes(31));
    whoAmI(cookie).problem(401);
  }

  @Test
  void whatAnotherNodeHasSeenIsKeptForAllWhileAScreenIsOpen() {
    Intervals often = RunningShop.pinging(Duration.ofMillis(600));
    AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    try (RunningShop pinging =
        RunningShop.open(Map.of(), often, () -> Instant.now().plus(ahead.get())).hire("ben")) {
      DirectQueries directQueries = new DirectQueries(pinging.application().database());
      try (DeskClient ben = pinging.seat("ben")) {
        assertTrue(ben.cookie().contains("="), "the screen is open");
        ahead.set(Duration.ofHours(2));
        Waiting.until(
            "the open screen is kept as use of the session",
            () -> directQueries
                .text("select seen_at > now() + interval '1 hour' from session")
                .equals("true"));
      }
    }
  }

  @Test
  void aKeyHasNoSessionThatCouldEnd() {
    String key = shop.key(shopbell.security.ApiKeyScope.READ);
    pass(Duration.ofHours(9));
    shop.call("GET", "/api/v1/agents").key(key).send().expect(200);
  }
}
