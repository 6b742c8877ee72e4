package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.model.Role;

/** A transferred call, on the desks of the agents it passes, and in the customer's history. */
class TransferIT {
  private static RunningShop shop;

  @BeforeAll
  static void open() {
    shop = RunningShop.open()
        .hire("anna", Role.AGENT, List.of("support"), "101")
        .hire("ben", Role.AGENT, List.of("tech"), "102");
    shop.tell(Event.customer("T-1", "Tilda Weiter", "+4930770001"));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static Event toQueue(String call, String queue) {
    return Event.step("transferred", call).with("queue", queue);
  }

  private static Event to(String call, String agent) {
    return Event.step("transferred", call).with("agents", List.of(agent));
  }

  private static void write(
      DeskClient deskClient, UUID interaction, String what, Map<String, ?> body) {
    int status = shop.call("POST", "/api/v1/interactions/" + interaction + "/" + what)
        .cookie(deskClient.cookie())
        .json(body)
        .send()
        .status();
    assertTrue(status < 300, what + ": " + status);
  }

  @Test
  void aCallForAQueueWaitsThereAndTheNextAgentsCardBeginsWithTheBrief() {
    Event ringing = Event.ringing("t-queue", "+4930770001", "101");
    try (DeskClient anna = shop.seat("anna");
        DeskClient ben = shop.seat("ben")) {
      shop.tell(ringing, Event.answered("t-queue", "101"));
      anna.card(
          ringing.interaction(),
          card -> card.at("/customer/name").asText().equals("Tilda Weiter")
              && card.at("/interaction/state").asText().equals("active"));
      write(anna, ringing.interaction(), "note", Map.of("text", "Router blinks red"));
      write(
          anna,
          ringing.interaction(),
          "promise",
          Map.of(
              "text", "Call back today", "due", Instant.now().plusSeconds(3_600).toString()));
      shop.tell(toQueue("t-queue", "tech"));
      assertEquals("transferred", anna.gone(ringing.interaction()));
      JsonNode waiting = ben.card(ringing.interaction(), "queued");
      assertEquals("tech", waiting.at("/interaction/queue").asText());
      shop.tell(Event.ringing("t-queue", "+4930770001", "102"), Event.answered("t-queue", "102"));
      JsonNode active = ben.card(ringing.interaction(), "active");
      assertEquals("Tilda Weiter", active.at("/customer/name").asText());
      briefed(active);
      shop.tell(Event.ended("t-queue", "completed"));
      ben.card(ringing.interaction(), "wrap-up");
    }
  }

  private static void briefed(JsonNode card) {
    assertEquals("anna", card.at("/transferredFrom/agent").asText());
    assertEquals("Router blinks red", card.at("/transferredFrom/note").asText());
    assertEquals("Call back today", card.at("/transferredFrom/promises/0").asText());
    assertEquals(
        card.at("/interaction/arrivedAt").asText(),
        card.at("/transferredFrom/since").asText());
  }

  @Test
  void afterABlindTransferThatNobodyPicksUpTheOneWhoTalkedWrapsUp() {
    Event ringing = Event.ringing("t-blind", "+4930770002", "101");
    try (DeskClient anna = shop.seat("anna");
        DeskClient ben = shop.seat("ben")) {
      shop.tell(ringing, Event.answered("t-blind", "101"), to("t-blind", "102"));
      ben.card(ringing.interaction(), "ringing");
      shop.tell(Event.step("ended", "t-blind"));
      assertEquals("missed", ben.gone(ringing.interaction()));
      JsonNode left = anna.card(ringing.interaction(), "wrap-up");
      assertEquals("missed", left.at("/interaction/cause").asText());
      assertEquals(List.of("anna"), List.of(left.at("/interaction/agents/0").asText()));
    }
  }

  @Test
  void anEndedCallIsHistoryBeforeItIsWrappedUpAndOpenCardsHearOfTheWrapUp() {
    shop.tell(Event.customer("T-3", "Hanna Wieder", "+4930770003"));
    Event first = Event.ringing("t-first", "+4930770003", "101");
    Event second = Event.ringing("t-second", "+4930770003", "102");
    try (DeskClient anna = shop.seat("anna");
        DeskClient ben = shop.seat("ben")) {
      shop.tell(first, Event.answered("t-first", "101"));
      anna.card(
          first.interaction(),
          card -> card.at("/customer/name").asText().equals("Hanna Wieder")
              && card.at("/interaction/state").asText().equals("active"));
      shop.tell(second);
      JsonNode running = ben.card(second.interaction(), card -> contact(card, first, "active"));
      assertEquals(1, running.at("/history/contacts").asInt());
      assertEquals("anna", running.at("/history/items/0/agent").asText());
      assertFalse(contact(running, second, "ringing"), "its own contact is no history");
      shop.tell(Event.ended("t-first", "completed"));
      JsonNode ended = ben.card(second.interaction(), card -> contact(card, first, "wrap-up"));
      assertFalse(ended.path("friction").toString().contains("tried-again"), ended::toString);
      write(
          anna,
          first.interaction(),
          "wrap-up",
          Map.of("disposition", "resolved", "note", "Sent a new cable"));
      JsonNode wrapped = ben.card(second.interaction(), card -> contact(card, first, "closed"));
      assertEquals("Sent a new cable", wrapped.at("/history/items/0/note").asText());
    }
  }

  private static boolean contact(JsonNode card, Event event, String state) {
    for (JsonNode item : card.at("/history/items")) {
      if (item.path("interaction").asText().equals(event.interaction().toString())) {
        return item.path("state").asText().equals(state);
      }
    }
    return false;
  }
}
