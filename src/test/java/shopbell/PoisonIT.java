package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import shopbell.store.TestDatabase;

/** Rows that this version cannot read, written by another version or by hand. */
class PoisonIT {
  private final String database = RunningShop.freshDatabase();

  private void spoil(String sql) {
    Vertx vertx = Vertx.vertx();
    try {
      assertEquals(1, Waiting.on(TestDatabase.ask(vertx, database, sql)));
    } finally {
      Waiting.on(vertx.close());
    }
  }

  private static Event ringing(String from) {
    return Event.ringing(UUID.randomUUID().toString(), from, "anna");
  }

  @Test
  void aCustomerWhoCannotBeReadRingsBareAndAllOthersAsEver() {
    try (RunningShop shop = RunningShop.open(Map.of("database.url", database)).hire("anna");
        DeskClient anna = shop.seat("anna")) {
      shop.tell(
          Event.customer("1", "Mia Falk", "+4922147111"),
          Event.customer("2", "Tom Berg", "+4922147222"));
      spoil("update customer set kind = 'ghost' where external_id = '1'");
      Event bad = ringing("+4922147111");
      Event good = ringing("+4922147222");
      shop.tell(bad, good);
      JsonNode card = anna.card(bad.interaction(), "ringing");
      assertTrue(card.path("customer").isNull());
      assertEquals("failed", card.at("/sources/0/state").asText());
      assertEquals("+4922147111", card.at("/interaction/from").asText());
      assertEquals(
          "Tom Berg",
          anna.card(good.interaction(), "ringing").at("/customer/name").asText());
      shop.tell(Event.ended(bad.data().get("interaction").toString(), "abandoned"));
      assertEquals("abandoned", anna.gone(bad.interaction()));
    }
  }

  @Test
  void anInteractionThatCannotBeReadKeepsNeitherTheServerFromStartingNorItsCallFromRinging() {
    Map<String, String> same = Map.of("database.url", database);
    Event bad = ringing("+4922147111");
    Event good = ringing("+4922147222");
    try (RunningShop shop = RunningShop.open(same).hire("anna")) {
      shop.tell(bad, good);
    }
    spoil("update interaction set course = '{\"revision\": 7, \"interaction\": 5}' where id = '"
        + bad.interaction() + "'");
    try (RunningShop shop = RunningShop.open(same);
        DeskClient anna = shop.seat("anna")) {
      List<String> desk =
          anna.frame("welcome", w -> true).path("desk").findValuesAsText("senderId");
      assertTrue(desk.contains(good.data().get("interaction").toString()), desk.toString());
      assertFalse(desk.contains(bad.data().get("interaction").toString()), desk.toString());
      Event again = new Event(bad.type(), "another", bad.time(), bad.data());
      shop.call("POST", "/in/events")
          .key(RunningShop.KEY)
          .cloudEvent(again)
          .send()
          .problem(503);
      assertEquals(
          "+4922147111",
          anna.card(bad.interaction(), "ringing").at("/interaction/from").asText());
      shop.tell(ringing("+49301"));
    }
  }
}
