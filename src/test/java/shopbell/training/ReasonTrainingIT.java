package shopbell.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shopbell.DeskClient;
import shopbell.Event;
import shopbell.RunningShop;
import shopbell.Waiting;
import shopbell.security.ApiKeyScope;
import shopbell.store.RecordedReasons;

class ReasonTrainingIT {
  /** The model is trained with other nodes' reasons at the start. */
  @Test
  void reasonsThatAgentsStatedDecideTheNextPrediction() {
    String database = RunningShop.freshDatabase();
    try (RunningShop before = RunningShop.open(Map.of("database.url", database))) {
      before.hire("anna");
      RecordedReasons.said(before.application().database(), 80, "ticket-open", "invoice");
    }
    try (RunningShop shop = RunningShop.open(Map.of("database.url", database));
        DeskClient anna = shop.seat("anna")) {
      Waiting.until("learned", () -> quality(shop).at("/learned/contacts").asInt() == 80);
      shop.tell(
          Event.customer("1", "Mia Falk", "+4922147301"),
          Event.of(
                  "shopbell.ticket.upserted",
                  Map.of("system", "desk", "id", "1", "subject", "Lamp", "status", "open"))
              .with("customer", Map.of("system", "crm", "id", "1")));
      Event ringing = Event.ringing("learned", "+4922147301", "anna");
      shop.tell(ringing);
      JsonNode card =
          anna.card(ringing.interaction(), c -> c.at("/tickets/open").asInt() == 1);
      // an open ticket would be the first prediction of an untrained model; now it speaks for an
      // invoice
      assertEquals("invoice", card.at("/reason/0/topic").asText(), card.toString());
      assertEquals("learned", card.at("/reason/0/kind").asText());
    }
  }

  private static JsonNode quality(RunningShop shop) {
    return shop.call("GET", "/api/v1/reasons/quality")
        .key(shop.key(ApiKeyScope.READ))
        .send()
        .expect(200)
        .json();
  }
}
