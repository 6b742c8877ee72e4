package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.store.TestDatabase;

/** Several interactions wrapped up at once, and reopened. */
class WrapUpsIT {
  private static volatile Duration later = Duration.ZERO;
  private static final String DATABASE = RunningShop.freshDatabase();
  private static RunningShop shop;

  @BeforeAll
  static void open() {
    shop = RunningShop.open(
        Map.of("database.url", DATABASE), RunningShop.QUICK, () -> Instant.now().plus(later));
    shop.hire("anna", "support").hire("ben", "support");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static Event ended(String agent) {
    String call = UUID.randomUUID().toString();
    Event ringing = Event.ringing(call, "+4922147111", agent).with("queue", "support");
    shop.tell(ringing, Event.answered(call, agent), Event.ended(call, "completed"));
    return ringing;
  }

  private static Answer post(DeskClient deskClient, String path, Object body) {
    return shop.call("POST", "/api/v1" + path)
        .cookie(deskClient.cookie())
        .json(body)
        .send();
  }

  private static Map<String, Object> done(Event call, String disposition) {
    return Map.of("interaction", call.interaction(), "disposition", disposition, "note", "n");
  }

  @Test
  void severalAreFinishedAtOnceAndOneThatIsRefusedStays() {
    try (DeskClient anna = shop.seat("anna")) {
      Event one = ended("anna");
      Event two = ended("anna");
      Event without = ended("anna");
      Event foreign = ended("ben");
      JsonNode items = post(
              anna,
              "/wrap-ups",
              Map.of(
                  "items",
                  List.of(
                      done(one, "resolved"),
                      Map.of("interaction", without.interaction()),
                      done(foreign, "resolved"),
                      done(two, "callback"))))
          .expect(200)
          .json()
          .path("items");
      assertEquals(
          List.of("true", "false", "false", "true"),
          items.findValues("done").stream().map(JsonNode::asText).toList());
      assertTrue(items.path(1).path("detail").asText().length() > 10);
      assertEquals("closed", anna.gone(one.interaction()));
      assertEquals("closed", anna.gone(two.interaction()));
      anna.card(without.interaction(), "wrap-up");
      post(anna, "/wrap-ups", Map.of("items", List.of())).problem(422);
    }
  }

  @Test
  void oneThatWasFinishedTooSoonIsOpenedAgainWithinFiveMinutesAndNothingIsLost() {
    try (DeskClient anna = shop.seat("anna")) {
      Event call = ended("anna");
      String path = "/interactions/" + call.interaction();
      post(anna, path + "/reopen", Map.of()).problem(409);
      Map<String, String> ending =
          Map.of("disposition", "resolved", "reason", "parcel", "note", "Sent again");
      post(anna, path + "/wrap-up", ending).expect(204);
      assertEquals("closed", anna.gone(call.interaction()));
      JsonNode said = post(anna, path + "/reopen", Map.of()).expect(200).json();
      ending.forEach((key, value) -> assertEquals(value, said.path(key).asText()));
      Waiting.until(
          "it is on the desk again",
          () -> anna.frames("card").stream()
                  .filter(card -> card.at("/interaction/state").asText().equals("wrap-up"))
                  .count()
              >= 2);
      post(anna, path + "/wrap-up", Map.of("disposition", "callback")).expect(204);
      JsonNode again = post(anna, path + "/reopen", Map.of()).expect(200).json();
      assertEquals("callback", again.path("disposition").asText());
      assertEquals("Sent again", again.path("note").asText());
    }
  }

  @Test
  void afterFiveMinutesItStaysFinished() {
    try (DeskClient anna = shop.seat("anna")) {
      Event call = ended("anna");
      String path = "/interactions/" + call.interaction();
      post(anna, path + "/wrap-up", Map.of("disposition", "resolved")).expect(204);
      later = Duration.ofSeconds(301);
      post(anna, path + "/reopen", Map.of()).problem(409);
    } finally {
      later = Duration.ZERO;
    }
  }

  @Test
  void anAgentWhoWasAwaySeesTheCustomerAndTheNumberOfAMissedCall() {
    shop.hire("cleo", "support");
    shop.tell(Event.customer("77", "Mia Falk", "+4922147777"));
    String cookie;
    try (DeskClient cleo = shop.seat("cleo")) {
      cookie = cleo.cookie();
    }
    Waiting.until("away", () -> sql("app_user where name = 'cleo' and last_seen is not null"));
    String call = UUID.randomUUID().toString();
    Event ringing = Event.ringing(call, "+4922147777", "cleo");
    shop.tell(ringing, Event.ended(call, "abandoned"));
    Waiting.until(
        "whose it is, is written",
        () ->
            sql("interaction where customer is not null and id = '" + ringing.interaction() + "'"));
    try (DeskClient cleo = DeskClient.open(shop, cookie)) {
      JsonNode missed = cleo.frame("missed-while-away", m -> true).at("/interactions/0");
      assertEquals("+4922147777", missed.path("from").asText());
      assertEquals("Mia Falk", missed.at("/customer/name").asText());
      String customer = missed.at("/customer/id").asText();
      Waiting.until(
          "the look is written",
          () -> sql("look where agent = 'cleo' and customer = '" + customer + "'"));
    }
  }

  private static boolean sql(String rows) {
    return Waiting.on(
            TestDatabase.ask(shop.application().vertx(), DATABASE, "select 1 from " + rows))
        > 0;
  }
}
