package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.model.Role;

/** An id that its sender reuses after its end, on the desks and in the customer's history. */
class ReusedIdIT {
  private static RunningShop shop;

  @BeforeAll
  static void open() {
    shop = RunningShop.open()
        .hire("anna", Role.AGENT, List.of("support"), "101")
        .hire("ben", Role.AGENT, List.of("support"), "102");
    shop.tell(
        Event.customer("R-1", "Rosa Klein", "+4930880001"),
        Event.customer("R-2", "Emil Gross", "+4930880002"));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static JsonNode other(DeskClient deskClient, UUID first, String state) {
    return deskClient.frame(
        "card",
        card -> !card.at("/interaction/id").asText().equals(first.toString())
            && card.at("/interaction/state").asText().equals(state));
  }

  private static UUID id(JsonNode card) {
    return UUID.fromString(card.at("/interaction/id").asText());
  }

  @Test
  void aCallWithAnOldIdRingsAsANewCallOfTheNewCaller() {
    Event ringing = Event.ringing("7", "+4930880001", "101");
    try (DeskClient anna = shop.seat("anna");
        DeskClient ben = shop.seat("ben")) {
      shop.tell(ringing, Event.answered("7", "101"), Event.ended("7", "completed"));
      anna.card(ringing.interaction(), "wrap-up");
      shop.tell(Event.ringing("7", "+4930880002", "102"));
      JsonNode second = other(ben, ringing.interaction(), "ringing");
      assertEquals("Emil Gross", second.at("/customer/name").asText());
      assertEquals("7", second.at("/interaction/senderId").asText());
      wrapUp(anna, ringing.interaction());
      shop.tell(Event.answered("7", "102"));
      ben.card(id(second), "active");
      Event late = Event.ended("7", "completed").at(ringing.time().plusMillis(1));
      shop.tell(late, ringing);
      shop.tell(Event.step("held", "7"));
      ben.card(id(second), "held");
      shop.tell(Event.ended("7", "completed"));
      ben.card(id(second), "wrap-up");
    }
  }

  private static void wrapUp(DeskClient deskClient, UUID interaction) {
    shop.call("POST", "/api/v1/interactions/" + interaction + "/wrap-up")
        .cookie(deskClient.cookie())
        .json(Map.of("disposition", "done"))
        .send()
        .expect(204);
  }

  @Test
  void aChatThatIsOpenedAgainRingsAgainWithItsThread() {
    Event ringing = Event.ringing("chat-1", "+4930880001", "101")
        .with("channel", "chat")
        .with("queue", "support");
    try (DeskClient anna = shop.seat("anna")) {
      shop.tell(ringing, written("chat-1", "m1", "Where is my parcel?"));
      shop.tell(Event.answered("chat-1", "101"));
      anna.card(ringing.interaction(), "active");
      shop.tell(Event.ended("chat-1", "completed"));
      anna.card(ringing.interaction(), "wrap-up");
      wrapUp(anna, ringing.interaction());
      shop.tell(written("chat-1", "m2", "It has still not come"));
      JsonNode again = other(anna, ringing.interaction(), "queued");
      assertEquals("Rosa Klein", again.at("/customer/name").asText());
      assertEquals("chat", again.at("/interaction/channel").asText());
      assertEquals("support", again.at("/interaction/queue").asText());
      assertEquals("m1", again.at("/interaction/messages/0/id").asText());
      assertEquals("m2", again.at("/interaction/messages/1/id").asText());
      assertEquals(
          ringing.interaction().toString(),
          again.at("/history/items/0/interaction").asText());
      shop.tell(Event.step("ringing", "chat-1").with("agents", List.of("101")));
      assertEquals(id(again), id(anna.card(id(again), "ringing")));
    }
  }

  private static Event written(String chat, String id, String text) {
    return Event.step("message", chat)
        .with("author", "customer")
        .with("messageId", id)
        .with("text", text);
  }

  @Test
  void aTelephoneSystemWithoutAClockMayUseAnIdAgainToo() {
    try (DeskClient anna = shop.seat("anna")) {
      cti("event=newCall&user[]=101&from=4930880001&to=4930999&direction=in&callId=0815");
      JsonNode first = anna.frame("card", card -> senders(card, "0815"));
      cti("event=answer&user=101&from=4930880001&to=4930999&direction=in&callId=0815");
      cti("event=hangup&cause=normalClearing&direction=in&callId=0815");
      anna.card(id(first), "wrap-up");
      cti("event=newCall&user[]=101&from=4930880002&to=4930999&direction=in&callId=0815");
      JsonNode second = anna.frame(
          "card",
          card -> senders(card, "0815")
              && card.at("/interaction/state").asText().equals("ringing")
              && card.at("/customer/name").asText().equals("Emil Gross"));
      assertNotEquals(id(first), id(second));
      cti("event=hangup&cause=cancel&direction=in&callId=0815");
      anna.gone(id(second));
    }
  }

  @Test
  void theSameCallerMayComeWithTheSameIdAndTheSameWordsAgain() {
    String call = "&user[]=101&from=4930880002&to=4930999&direction=in&callId=0816";
    try (DeskClient anna = shop.seat("anna")) {
      cti("event=newCall" + call);
      JsonNode first = anna.frame("card", card -> senders(card, "0816"));
      List<Integer> popped = anna.versions(id(first));
      cti("event=newCall" + call);
      cti("event=hangup&cause=cancel" + call);
      assertEquals("abandoned", anna.gone(id(first)));
      cti("event=newCall" + call);
      JsonNode second =
          anna.frame("card", card -> senders(card, "0816") && !id(card).equals(id(first)));
      assertEquals(
          first.at("/history/contacts").asInt() + 1,
          second.at("/history/contacts").asInt());
      cti("event=hangup&cause=cancel" + call);
      assertEquals("abandoned", anna.gone(id(second)));
      assertEquals(popped, anna.versions(id(first)));
    }
  }

  private static boolean senders(JsonNode card, String id) {
    return card.at("/interaction/senderId").asText().equals(id);
  }

  private static void cti(String form) {
    shop.call("POST", "/in/zammad-cti/" + RunningShop.KEY)
        .body("application/x-www-form-urlencoded", form)
        .send()
        .expect(200);
  }

  @Test
  void aGroupThatMovesOnWithTheSameIdIsOneContactWithoutFriction() {
    shop.tell(Event.customer("R-3", "Gerda Reihe", "+4930880003"));
    Event first = Event.ringing("hunt", "+4930880003", "101");
    try (DeskClient anna = shop.seat("anna");
        DeskClient ben = shop.seat("ben")) {
      shop.tell(first, Event.ended("hunt", "missed"));
      assertEquals("missed", anna.gone(first.interaction()));
      shop.tell(Event.ringing("hunt", "+4930880003", "102"));
      JsonNode card = ben.card(first.interaction(), "ringing");
      assertEquals("Gerda Reihe", card.at("/customer/name").asText());
      assertEquals(0, card.at("/history/contacts").asInt());
      assertEquals(0, card.path("friction").size(), card::toString);
      shop.tell(Event.answered("hunt", "102"), Event.ended("hunt", "completed"));
      ben.card(first.interaction(), "wrap-up");
    }
  }

  @Test
  void afterARestartTheNewestStillGoesOn() {
    Instant start = Instant.now().minusSeconds(60);
    shop.tell(
        Event.ringing("9", "+4930880001", "101").at(start),
        Event.ended("9", "abandoned").at(start.plusSeconds(5)),
        Event.ringing("9", "+4930880002", "101").at(start.plusSeconds(20)));
    // a late duplicate of the first end opens and ends nothing
    shop.tell(Event.ended("9", "abandoned").at(start.plusSeconds(5)));
    try (DeskClient anna = shop.seat("anna")) {
      shop.tell(Event.answered("9", "101").at(start.plusSeconds(25)));
      JsonNode card = anna.frame("card", c -> senders(c, "9"));
      assertEquals("active", card.at("/interaction/state").asText());
      assertEquals("Emil Gross", card.at("/customer/name").asText());
    }
  }
}
