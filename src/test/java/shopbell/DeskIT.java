package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shopbell.model.Role;
import shopbell.scheduling.Intervals;
import shopbell.security.ApiKeyScope;

class DeskIT {
  /** Messages whose cards exceed the system's buffers for an unread socket: some 12 MB. */
  private static final int MANY = 800;

  /** The usual one, 15 times as fast where browsers are pinged: a busy machine answers within two of these pings. */
  private static final Intervals PINGING = new Intervals(
      Duration.ofSeconds(1),
      Duration.ofMillis(50),
      Duration.ofSeconds(1),
      Duration.ofSeconds(1),
      Duration.ofSeconds(1),
      Duration.ofSeconds(1),
      Duration.ofSeconds(10));

  private static RunningShop shop;
  private static String key;
  private String call;

  @BeforeAll
  static void open() {
    shop = RunningShop.open(Map.of(), PINGING)
        .hire("anna", "support")
        .hire("ben", "support")
        .hire("sue", Role.SUPERVISOR, List.of());
    key = shop.key(ApiKeyScope.READ);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @BeforeEach
  void name() {
    call = UUID.randomUUID().toString();
  }

  private UUID id() {
    return Event.step("any", call).interaction();
  }

  private static JsonNode seats() {
    return shop.call("GET", "/api/v1/agents").key(key).send().expect(200).json().path("items");
  }

  private static double metric(String name) {
    String prefix = name + " ";
    return shop.operator("/metrics")
        .send()
        .text()
        .lines()
        .filter(line -> line.startsWith(prefix))
        .mapToDouble(line -> Double.parseDouble(line.substring(prefix.length())))
        .findFirst()
        .orElse(0);
  }

  @Test
  void allTabsOfAnAgentShowTheSame() {
    try (DeskClient first = shop.seat("anna");
        DeskClient second = DeskClient.open(shop, first.cookie())) {
      shop.tell(Event.ringing(call, "+49301", "anna"));
      assertEquals(first.card(id(), "ringing"), second.card(id(), "ringing"));
      shop.tell(Event.answered(call, "anna"));
      assertEquals(first.card(id(), "active"), second.card(id(), "active"));
      shop.tell(Event.ended(call, "voicemail"));
      assertEquals(first.gone(id()), second.gone(id()));
    }
  }

  @Test
  void aReconnectedAgentGetsTheCurrentDeskAndTheMissedInteractions() {
    String missed = UUID.randomUUID().toString();
    try (DeskClient before = shop.seat("anna")) {
      shop.tell(Event.ringing(call, "+49301", "anna"));
      before.card(id(), "ringing");
    }
    Waiting.until("anna is away", () -> seats().isEmpty());
    shop.tell(
        Event.ringing(missed, "+49301", "anna").with("queue", "support"),
        Event.ended(missed, "abandoned"));
    try (DeskClient again = shop.seat("anna")) {
      JsonNode desk = again.frame("welcome", w -> true).path("desk");
      assertEquals(1, desk.size());
      assertEquals(id().toString(), desk.at("/0/interaction/id").asText());
      JsonNode rang = again.frame("missed-while-away", m -> true).path("interactions");
      assertEquals(
          Event.step("any", missed).interaction().toString(),
          rang.at("/0/interaction").asText());
      assertEquals("abandoned", rang.at("/0/cause").asText());
      shop.tell(Event.ended(call, "abandoned"));
      again.gone(id());
    }
  }

  @Test
  void paintedCardsAreMeasuredAndAnAgentWithoutPaintingIsNotLooking() {
    double painted = metric("shopbell_arrival_painted_seconds_count");
    try (DeskClient anna = shop.seat("anna")) {
      shop.tell(Event.ringing(call, "+49301", "anna"));
      JsonNode card = anna.card(id(), "ringing");
      Waiting.until("not looking", () -> !seats().at("/0/looking").asBoolean(true));
      assertEquals(1, metric("shopbell_desk_not_looking"));
      assertTrue(metric("shopbell_cards_unpainted_total") >= 1);
      anna.painted(card);
      Waiting.until("looking", () -> seats().at("/0/looking").asBoolean(false));
      assertEquals(painted + 1, metric("shopbell_arrival_painted_seconds_count"));
      assertEquals("anna", seats().at("/0/name").asText());
      shop.tell(Event.ended(call, "abandoned"));
      anna.gone(id());
    }
  }

  @Test
  void aSocketThatIsDeadButOpenIsFoundByTwoUnansweredPings() {
    try (DeskClient silent = DeskClient.silent(shop, shop.signIn("ben"))) {
      Instant opened = Instant.now();
      assertEquals(1008, silent.closedWith());
      assertEquals(2, silent.frames("ping").size());
      assertTrue(Duration.between(opened, Instant.now()).compareTo(Duration.ofSeconds(10)) < 0);
      Waiting.until("gone", () -> seats().isEmpty());
    }
  }

  @Test
  void aSocketThatAnswersStaysOpen() {
    try (DeskClient lively = shop.seat("ben")) {
      Waiting.until("ten pings", () -> lively.frames("ping").size() >= 10);
      assertFalse(lively.isClosed());
    }
  }

  @Test
  void afterSigningOutNoTabGetsMessages() {
    try (DeskClient tab = shop.seat("anna")) {
      shop.call("DELETE", "/api/v1/session").cookie(tab.cookie()).send().expect(204);
      assertEquals(1008, tab.closedWith());
    }
  }

  @Test
  void aRemovedUserIsSignedOut() {
    shop.hire("temp", "support");
    try (DeskClient temp = shop.seat("temp")) {
      shop.call("DELETE", "/api/v1/users/temp")
          .key(shop.key(ApiKeyScope.ADMIN))
          .send()
          .expect(204);
      assertEquals(1008, temp.closedWith());
      shop.call("GET", "/api/v1/session").cookie(temp.cookie()).send().problem(401);
    }
  }

  @Test
  void ofABrowserThatDoesNotReadOnlyTheNewestVersionOfEachCardWaits() {
    Deaf deaf = new Deaf();
    WebSocket socket = DeskClient.socket(shop, shop.signIn("ben"), shop.url(), deaf);
    try (DeskClient anna = shop.seat("anna")) {
      shop.tell(Event.ringing(call, "+49301", "anna", "ben").with("channel", "chat"));
      String text = "x".repeat(500);
      for (int i = 0; i < MANY; i++) {
        Event message = Event.step("message", call).with("messageId", "m" + i).with("text", text);
        shop.tell(message);
      }
      Instant told = Instant.now();
      anna.card(id(), card -> card.toString().contains("\"m" + (MANY - 1) + "\""));
      assertTrue(Duration.between(told, Instant.now()).compareTo(Duration.ofSeconds(2)) < 0);
      deaf.listen(socket);
      Waiting.until(
          "the newest card, or the socket was given up",
          () -> deaf.newest >= MANY + 1 || deaf.over);
      assertTrue(deaf.cards.get() < anna.versions(id()).size(), deaf.cards + " cards");
      shop.tell(Event.ended(call, "abandoned"));
    }
  }

  /** A browser that stops reading after the handshake, until it resumes. */
  private static final class Deaf implements WebSocket.Listener {
    final AtomicInteger cards = new AtomicInteger();
    volatile int newest;
    volatile boolean over;
    private final StringBuilder text = new StringBuilder();

    @Override
    public void onOpen(WebSocket socket) {}

    void listen(WebSocket socket) {
      socket.request(Long.MAX_VALUE);
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        if (text.indexOf("{\"type\":\"card\"") == 0) {
          cards.incrementAndGet();
          newest =
              Integer.parseInt(text.substring(0, 60).replaceFirst(".*\"version\":(\\d+),.*", "$1"));
        }
        text.setLength(0);
      }
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      over = true;
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      over = true;
    }
  }
}
