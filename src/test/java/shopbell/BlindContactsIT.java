package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.security.ApiKeyScope;

/** Contacts that are drawn to measure predictions: here all of them. */
class BlindContactsIT {
  private static RunningShop shop;
  private static String anna;
  private static String readKey;

  @BeforeAll
  static void open() {
    shop = RunningShop.open(Map.of("reasons.blindShare", "1"));
    shop.hire("anna");
    anna = shop.signIn("anna");
    readKey = shop.key(ApiKeyScope.READ);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static JsonNode measured() {
    return shop.call("GET", "/api/v1/reasons/quality")
        .key(readKey)
        .send()
        .expect(200)
        .json()
        .path("measured");
  }

  private static void customerWithTicket(String id, String phone) {
    shop.tell(
        Event.customer(id, "Lea Sommer", phone),
        Event.of(
                "shopbell.ticket.upserted",
                Map.of("system", "desk", "id", "t" + id, "subject", "Lamp", "status", "open"))
            .with("customer", Map.of("system", "crm", "id", id)));
  }

  private static void wrapUp(UUID call, String reason) {
    shop.call("POST", "/api/v1/interactions/" + call + "/wrap-up")
        .cookie(anna)
        .json(Map.of("disposition", "resolved", "reason", reason))
        .send()
        .expect(204);
  }

  @Test
  void theGuessIsHiddenAndTheStatedReasonMeasuresIt() {
    customerWithTicket("1", "+4922147206");
    try (DeskClient desk = shop.seat("anna")) {
      Event rings = Event.ringing("blind", "+4922147206", "anna").with("queue", "sales");
      shop.tell(rings);
      JsonNode card = desk.card(rings.interaction(), c -> c.at("/tickets/open").asInt() == 1);
      assertTrue(card.path("reasonsHidden").asBoolean());
      assertEquals(List.of(), List.copyOf(card.findValues("certainty")), card.toString());
      // at once, before the prediction is written: the reason still counts
      wrapUp(rings.interaction(), "ticket");
      Waiting.until("measured", () -> measured().path("contacts").asInt() == 1);
      JsonNode measured = measured();
      assertEquals(1.0, measured.path("top1").asDouble());
      assertEquals("ticket", measured.at("/mostCommon/reason").asText());
      assertEquals("sales", measured.at("/queues/0/queue").asText());
      assertEquals(1, measured.at("/weeks/0/contacts").asInt());
      assertTrue(measured.at("/figures/brier/value").asDouble() > 0);
      assertEquals(0, measured.at("/figures/baseBrier").asDouble());
    }
  }

  @Test
  void onlySupervisorsSeeTheQuality() {
    shop.call("GET", "/api/v1/reasons/quality").cookie(anna).send().problem(403);
    shop.call("GET", "/api/v1/reasons/quality?days=0").key(readKey).send().problem(422);
  }
}
