package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import shopbell.scheduling.Intervals;
import shopbell.security.ApiKeyScope;

/** A browser with an open socket that never reads: unsent frames stay in our memory. */
class SilentBrowserIT {
  private static final Intervals PINGING = RunningShop.pinging(Duration.ofSeconds(1));

  /** Their cards exceed the system's buffers for an unread socket: some 6 MB. */
  private static final int MESSAGES = 400;

  private static final String TEXT = "x".repeat(500);

  @Test
  void itIsGivenUpWhileOthersGoOnAndHearsWhatItMissedWhenItComesBack() {
    String missed = UUID.randomUUID().toString();
    String chat = UUID.randomUUID().toString();
    try (RunningShop shop = RunningShop.open(Map.of(), PINGING).hire("anna", "support");
        DeskClient anna = shop.hire("ben", "support").seat("anna")) {
      String read = shop.key(ApiKeyScope.READ);
      String cookie = shop.signIn("ben");
      WebSocket silent = DeskClient.socket(shop, cookie, shop.url(), new Unread());
      Waiting.until("ben is here", () -> here(shop, read, "ben"));
      shop.tell(
          Event.ringing(missed, "+49301", "ben"),
          Event.ended(missed, "abandoned"),
          Event.ringing(chat, "+49301", "anna", "ben").with("channel", "chat"));
      for (int i = 0; i < MESSAGES; i++) {
        shop.tell(Event.step("message", chat).with("messageId", "m" + i).with("text", TEXT));
      }
      UUID id = Event.step("any", chat).interaction();
      anna.card(id, card -> card.toString().contains("\"m" + (MESSAGES - 1) + "\""));
      Waiting.until("ben is given up", () -> !here(shop, read, "ben"));
      assertTrue(here(shop, read, "anna"));
      try (DeskClient ben = DeskClient.at(shop.http, shop.url(), cookie)) {
        JsonNode desk = ben.frame("welcome", w -> true).path("desk");
        assertEquals(20, desk.at("/0/interaction/messages").size());
        JsonNode rang = ben.frame("missed-while-away", m -> true).at("/interactions/0/interaction");
        assertEquals(Event.step("any", missed).interaction().toString(), rang.asText());
      }
      silent.abort();
    }
  }

  private static boolean here(RunningShop shop, String key, String name) {
    JsonNode seats =
        shop.call("GET", "/api/v1/agents").key(key).send().expect(200).json().path("items");
    return seats.findValuesAsText("name").contains(name);
  }

  /** Never requests a frame, so that none is read. */
  private static final class Unread implements WebSocket.Listener {
    @Override
    public void onOpen(WebSocket socket) {}
  }
}
