package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However long a chat is, each message costs browsers a small frame; and one session has few sockets. */
class ChatFramesIT {
  private static final String LONG = "ä".repeat(10_000);

  private static RunningShop shop;
  private String call;

  @BeforeAll
  static void open() {
    shop = RunningShop.open().hire("anna", "support").hire("ben", "support");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @BeforeEach
  void chat() {
    call = UUID.randomUUID().toString();
    shop.tell(Event.ringing(call, "+49301", "anna").with("channel", "chat"));
  }

  private UUID id() {
    return Event.step("any", call).interaction();
  }

  private void written(int from, int to, String text) {
    for (int i = from; i < to; i++) {
      shop.tell(Event.step("message", call).with("messageId", "m" + i).with("text", text));
    }
  }

  private static boolean brings(JsonNode frame, String message) {
    return frame.toString().contains("\"" + message + "\"");
  }

  private JsonNode messages(String cookie) {
    return shop.call("GET", "/api/v1/interactions/" + id() + "/messages")
        .cookie(cookie)
        .send()
        .expect(200)
        .json()
        .path("items");
  }

  @Test
  void aCardHasTheNewestTwentyMessagesShortenedAndTheRestComesWhenItIsAskedFor() {
    try (DeskClient anna = shop.seat("anna")) {
      written(0, 30, LONG);
      JsonNode chat = anna.card(id(), card -> brings(card, "m29")).path("interaction");
      assertEquals(20, chat.path("messages").size());
      assertEquals(10, chat.path("messagesBefore").asInt());
      assertEquals("m10", chat.at("/messages/0/id").asText());
      assertEquals(500, chat.at("/messages/0/text").asText().length());
      assertTrue(chat.at("/messages/0/cut").asBoolean());
      JsonNode all = messages(anna.cookie());
      assertEquals(30, all.size());
      assertEquals(LONG, all.at("/0/text").asText());
      assertFalse(all.at("/0/cut").asBoolean());
      shop.call("GET", "/api/v1/interactions/" + id() + "/messages")
          .cookie(shop.signIn("ben"))
          .send()
          .problem(403);
    }
  }

  @Test
  void aMessageIsASmallFrameForABrowserThatKnowsThem() {
    try (DeskClient anna = DeskClient.apart(shop, shop.signIn("anna"))) {
      JsonNode welcome = anna.frame("welcome", frame -> true);
      int version = version(welcome);
      written(0, 40, LONG);
      JsonNode last = anna.frame("messages", frame -> brings(frame, "m39"));
      assertEquals(40, last.path("count").asInt());
      assertEquals(id().toString(), last.path("interaction").asText());
      for (JsonNode frame : anna.frames("messages")) {
        assertTrue(frame.toString().length() < 1_000 * frame.path("messages").size());
      }
      List<Integer> versions = new ArrayList<>();
      anna.frames("messages")
          .forEach(frame -> versions.add(frame.path("version").asInt()));
      anna.versions(id()).forEach(versions::add);
      assertEquals(version + versions.size(), last.path("version").asInt());
      shop.tell(Event.answered(call, "anna"));
      assertEquals(20, anna.card(id(), "active").at("/interaction/messages").size());
    }
  }

  @Test
  void aChangeFarUpIsToldAsAFrameOfItsOwnToo() {
    try (DeskClient anna = DeskClient.apart(shop, shop.signIn("anna"))) {
      written(0, 30, "as it was");
      anna.frame("messages", frame -> brings(frame, "m29"));
      shop.tell(Event.step("message", call)
          .with("messageId", "m3")
          .with("text", "edited")
          .with("edited", true));
      assertEquals(
          "edited",
          anna.frame(
                  "messages",
                  frame -> brings(frame, "m3") && frame.toString().contains("\"text\":\"edited\""))
              .at("/messages/0/text")
              .asText());
    }
  }

  private int version(JsonNode welcome) {
    for (JsonNode card : welcome.path("desk")) {
      if (card.at("/interaction/id").asText().equals(id().toString())) {
        return card.path("version").asInt();
      }
    }
    throw new AssertionError("it is not on the desk");
  }

  @Test
  void theNinthSocketOfASessionEndsTheOldestAndTellsItWhy() {
    String cookie = shop.signIn("ben");
    List<DeskClient> open = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      open.add(DeskClient.open(shop, cookie));
    }
    assertEquals(4008, open.get(0).closedWith());
    DeskClient other = shop.seat("ben");
    shop.tell(Event.ringing("ninth", "+49301", "ben"));
    for (DeskClient deskClient : open.subList(1, 9)) {
      deskClient.card(Event.step("any", "ninth").interaction(), "ringing");
      deskClient.close();
    }
    other.close();
  }
}
