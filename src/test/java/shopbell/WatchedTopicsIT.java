package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.events.Topic;
import shopbell.model.Role;

/** What the server says on the desk's socket about lists that pages show. */
class WatchedTopicsIT {
  private static RunningShop shop;

  @BeforeAll
  static void open() {
    shop = RunningShop.open()
        .hire("anna", "support")
        .hire("ben", "support")
        .hire("sue", Role.SUPERVISOR, List.of())
        .hire("root", Role.ADMIN, List.of());
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static DeskClient watching(String name, String... topics) {
    DeskClient browser = shop.seat(name);
    watch(browser, topics);
    return browser;
  }

  private static void watch(DeskClient browser, String... topics) {
    String listed = Stream.of(topics).map(topic -> "\"" + topic + "\"").toList().toString();
    browser.say("{\"type\":\"watch\",\"topics\":" + listed + "}");
  }

  private static long told(DeskClient browser, String topic) {
    return browser.frames("changed").stream()
        .filter(frame -> frame.path("topic").asText().equals(topic))
        .count();
  }

  /** After an answer to a message, all before it have been heard. */
  private static void settled(DeskClient browser) {
    int errors = browser.frames("error").size();
    browser.say("{\"type\":\"no such type\"}");
    Waiting.until("it is answered", () -> browser.frames("error").size() > errors);
  }

  private static void refusedRequest() {
    shop.call("POST", "/in/events").key(RunningShop.KEY).json("{}").send();
  }

  @Test
  void aChangeIsToldToThoseWhoWatchItsTopicAndToNobodyElse() {
    try (DeskClient sue = watching("sue", "agents");
        DeskClient root = watching("root", "doors")) {
      settled(sue);
      settled(root);
      long before = told(sue, "agents");
      try (DeskClient anna = shop.seat("anna")) {
        Waiting.until("the supervisor is told", () -> told(sue, "agents") > before);
        assertEquals(List.of(), anna.frames("changed"));
      }
      assertEquals(0, told(root, "agents"));
      assertEquals(0, told(sue, "doors"));
    }
  }

  @ParameterizedTest
  @CsvSource({"anna, agents", "anna, doors", "anna, looks", "sue, doors", "sue, audit"})
  void aTopicOfAHigherRoleIsRefused(String name, String topic) {
    try (DeskClient browser = watching(name, topic);
        DeskClient root = watching("root", topic)) {
      JsonNode error = browser.frame("error", frame -> true);
      assertEquals("forbidden", error.path("reason").asText());
      assertTrue(error.path("detail").asText().startsWith("The topic " + topic), error.toString());
      change(topic);
      Waiting.until("an administrator is told", () -> told(root, topic) > 0);
      settled(browser);
      assertEquals(List.of(), browser.frames("changed"));
    }
  }

  private static void change(String topic) {
    switch (topic) {
      case "agents" -> shop.seat("ben").close();
      case "doors" -> refusedRequest();
      case "looks" ->
        shop.call("GET", "/api/v1/duplicates").cookie(shop.signIn("ben")).send();
      case "audit" -> shop.signIn("ben");
      default -> throw new AssertionError(topic);
    }
  }

  @Test
  void anAdministratorWatchesEveryTopic() {
    try (DeskClient root =
        watching("root", Stream.of(Topic.values()).map(Topic::toString).toArray(String[]::new))) {
      settled(root);
      assertEquals(1, root.frames("error").size());
    }
  }

  @Test
  void anUnknownTopicIsAnsweredWithAllTopicsAndChangesNothing() {
    try (DeskClient root = watching("root", "doors")) {
      watch(root, "agents", "weather");
      JsonNode error = root.frame("error", frame -> true);
      assertEquals("senseless", error.path("reason").asText());
      assertEquals("/topics/1", error.at("/errors/0/pointer").asText());
      for (Topic topic : Topic.values()) {
        assertTrue(
            error.at("/errors/0/detail").asText().contains(topic.toString()), topic::toString);
      }
      long before = told(root, "doors");
      refusedRequest();
      Waiting.until("the doors are watched as before", () -> told(root, "doors") > before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{}",
        "{\"type\":\"watch\"}",
        "{\"type\":\"watch\",\"topics\":{}}",
        "{\"type\":\"watch\",\"topics\":[[]]}",
        "{\"type\":\"painted\",\"interaction\":\"x\"}",
        "{\"type\":\"paint\"}"
      })
  void aMessageThatMakesNoSenseIsAnsweredWithWhatIsWrong(String message) {
    try (DeskClient anna = shop.seat("anna")) {
      anna.say(message);
      JsonNode error = anna.frame("error", frame -> true);
      assertFalse(error.path("detail").asText().isEmpty());
      assertFalse(anna.isClosed());
    }
  }

  @Test
  void manyChangesAreToldOnceASecondAndTheLastIsNotLost() {
    try (DeskClient root = watching("root", "doors")) {
      quiet(root);
      long before = told(root, "doors");
      refusedRequest();
      Waiting.until("the first is told at once", () -> told(root, "doors") == before + 1);
      Instant first = Instant.now();
      for (int i = 0; i < 20; i++) {
        refusedRequest();
      }
      Duration sent = Duration.between(first, Instant.now());
      Waiting.until("the last is told", () -> told(root, "doors") > before + 1 + sent.toSeconds());
      Duration took = Duration.between(first, Instant.now());
      assertTrue(took.toMillis() >= 900, took.toString());
      assertTrue(
          told(root, "doors") - before - 1 <= took.plusMillis(100).toSeconds(), took.toString());
    }
  }

  /** No second runs any more in which a change would wait. */
  private static void quiet(DeskClient browser) {
    for (long before = -1; before != told(browser, "doors"); ) {
      before = told(browser, "doors");
      long known = before;
      Waiting.soon(Duration.ofMillis(2_100), () -> told(browser, "doors") > known);
    }
  }

  @Test
  void anEmptyListEndsIt() {
    try (DeskClient left = watching("root", "doors");
        DeskClient stays = watching("root", "doors")) {
      quiet(stays);
      watch(left);
      settled(left);
      long before = told(left, "doors");
      long fence = told(stays, "doors");
      refusedRequest();
      Waiting.until("the other tab is told", () -> told(stays, "doors") > fence);
      settled(left);
      assertEquals(before, told(left, "doors"));
    }
  }

  @Test
  void aNewSocketWatchesNothingUntilItSaysSo() {
    String cookie = shop.signIn("root");
    DeskClient.open(shop, cookie).close();
    try (DeskClient again = DeskClient.open(shop, cookie);
        DeskClient fence = watching("root", "doors")) {
      refusedRequest();
      Waiting.until("the other tab is told", () -> told(fence, "doors") > 0);
      settled(again);
      assertEquals(List.of(), again.frames("changed"));
      watch(again, "doors");
      refusedRequest();
      Waiting.until("it is told now", () -> told(again, "doors") > 0);
    }
  }

  @Test
  void aChangeBetweenTheReadAndTheWatchIsTold() {
    try (DeskClient root = shop.seat("root")) {
      refusedRequest();
      watch(root, "doors");
      Waiting.until("it is told", () -> told(root, "doors") == 1);
    }
  }

  /** As after a failure of the database: what could not be read meanwhile is read now. */
  @Test
  void whenAnythingMayHaveChangedEveryTopicIsTold() {
    try (DeskClient root = watching("root", "sources", "deliveries")) {
      shop.hire("zoe", "support");
      for (String topic : List.of("sources", "deliveries")) {
        Waiting.until(topic + " is told", () -> told(root, topic) > 0);
      }
    }
  }
}
