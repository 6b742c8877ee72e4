package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The server's clock is set forward by an hour while calls are open, and set back; a door without times of its own uses
 * it.
 */
class ClockJumpsIT {
  private static final AtomicReference<Duration> OFF = new AtomicReference<>(Duration.ZERO);
  private static RunningShop shop;

  @BeforeAll
  static void open() {
    shop = RunningShop.open(Map.of(), RunningShop.QUICK, () -> Instant.now().plus(OFF.get()))
        .hire("anna");
    shop.tell(Event.customer("1", "Mia Falk", "+4922147111"));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static void phone(String call, String event, Map<String, Object> more) {
    Map<String, Object> told = new java.util.HashMap<>(more);
    told.putAll(Map.of(
        "event", event, "callId", call, "from", "+4922147111", "to", "22", "direction", "in"));
    shop.call("POST", "/in/zammad-cti").key(RunningShop.KEY).json(told).send().expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "PT-1H"})
  void anOpenCallStaysGoesOnInOrderAndLastsNoLessThanNothing(Duration jump) {
    String call = UUID.randomUUID().toString();
    String waiting = UUID.randomUUID().toString();
    OFF.set(Duration.ZERO);
    try (DeskClient anna = shop.seat("anna")) {
      Event rings = Event.ringing(waiting, "+4922147111", "anna");
      shop.tell(rings);
      phone(call, "newCall", Map.of("user", List.of("anna")));
      UUID id = shopbell.model.interaction.Interaction.id("zammad-cti", call);
      anna.card(id, "ringing");
      OFF.set(jump);
      phone(call, "answer", Map.of("user", "anna", "answeringNumber", "anna"));
      notNegative(anna.card(id, "active"));
      shop.tell(Event.step("held", waiting));
      phone(call, "hangup", Map.of("cause", "normalClearing"));
      JsonNode over = anna.card(id, "wrap-up");
      notNegative(over);
      assertEquals("Mia Falk", over.at("/customer/name").asText());
      List<Integer> versions = anna.versions(id);
      assertEquals(versions.stream().sorted().distinct().toList(), versions);
      assertTrue(anna.frames("gone").isEmpty(), "nothing was swept away");
      shop.call("GET", "/api/v1/session").cookie(anna.cookie()).send().expect(200);
      notNegative(
          shop.call("GET", "/api/v1/customers/" + over.at("/customer/id").asText())
              .cookie(anna.cookie())
              .send()
              .expect(200)
              .json());
    }
  }

  private static void notNegative(JsonNode card) {
    card.path("sources")
        .forEach(source -> assertTrue(source.path("tookMs").asLong(0) >= 0, source.toString()));
    card.path("effort").forEach(number -> assertTrue(number.asDouble(0) >= 0, number.toString()));
    card.findValuesAsText("text")
        .forEach(text -> assertFalse(
            text.matches(".*-\\d+ (s|min|h|Min|Std|Sekunden|Minuten|Stunden).*"), text));
  }
}
