package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.model.Role;

/** A list changes at one node, and a page is connected to the other. */
class TopicNodesIT {
  private static final String NEWS = "shopbell.news";

  private static TwoNodes twoNodes;
  private static RunningShop a;
  private static RunningShop b;

  @BeforeAll
  static void open() {
    twoNodes = TwoNodes.open();
    a = twoNodes.a();
    b = twoNodes.b();
    a.hire("anna", "support").hire("root", Role.ADMIN, List.of());
  }

  @AfterAll
  static void close() {
    twoNodes.close();
  }

  private static DeskClient watching(String topic) {
    DeskClient root = b.seat("root");
    root.say("{\"type\":\"watch\",\"topics\":[\"" + topic + "\"]}");
    return root;
  }

  private static void refusedAtA() {
    a.call("POST", "/in/events").key(RunningShop.KEY).json("{}").send();
  }

  private static int told(DeskClient browser) {
    return browser.frames("changed").size();
  }

  @Test
  void whatChangesAtOneNodeIsToldAtTheOther() {
    try (DeskClient root = watching("agents")) {
      Waiting.until("its own arrival is told", () -> told(root) > 0);
      int before = told(root);
      try (DeskClient anna = a.seat("anna")) {
        Waiting.until("the arrival at the other node is told", () -> told(root) > before);
        assertTrue(anna.frames("changed").isEmpty());
      }
    }
  }

  @Test
  void aFloodAtOneNodeIsFewMessagesToTheOther() {
    AtomicInteger messages = new AtomicInteger();
    Vertx vertx = b.application().vertx();
    Waiting.on(vertx
        .eventBus()
        .<String>consumer(NEWS, news -> {
          if ("topic".equals(news.headers().get("what")) && news.body().contains("doors")) {
            messages.incrementAndGet();
          }
        })
        .completion());
    Instant began = Instant.now();
    try (DeskClient root = watching("doors")) {
      for (int i = 0; i < 100; i++) {
        refusedAtA();
      }
      int before = told(root);
      refusedAtA();
      Waiting.until("the last is told", () -> told(root) > before);
      long seconds = Duration.between(began, Instant.now()).toSeconds() + 2;
      assertTrue(messages.get() <= seconds, messages + " messages in " + seconds + " s");
    }
  }

  @Test
  void wordsOfANewerReleaseAreIgnored() {
    try (DeskClient root = watching("doors")) {
      Vertx other = a.application().vertx();
      tell(other, "topic", "\"weather\"");
      tell(other, "a-kind-of-message-to-come", "{}");
      tell(other, "topic", "\"doors\"");
      Waiting.until("what is known is told", () -> told(root) > 0);
      assertEquals(
          List.of("doors"),
          root.frames("changed").stream()
              .map(frame -> frame.path("topic").asText())
              .distinct()
              .toList());
    }
  }

  private static void tell(Vertx from, String what, String body) {
    from.eventBus()
        .publish(
            NEWS,
            body,
            new DeliveryOptions().addHeader("what", what).addHeader("from", "a newer node"));
  }
}
