package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.Event;

/** The desk without a ringing call: interactions to finish, calls to return and promises to keep. */
class CalmIT {
  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open(Map.of("locale", "en"), "olga", "paul", "rosa", "sven");
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  private static void talked(String id, String agent) {
    stage.ring(id, ScreenPeople.FLOWER, agent);
    stage.answer(id, agent);
    stage.end(id);
  }

  @Test
  void severalContactsAreFinishedAtOnce() {
    try (Tab tab = Tab.of(stage, "olga")) {
      talked("o1", "olga");
      talked("o2", "olga");
      talked("o3", "olga");
      assertThat(tab.find(".tab")).hasCount(3);
      tab.find(".link-button:has-text(\'Wrap up all 3 at once\')").click();
      tab.find(".finish input[type=checkbox]").nth(1).uncheck();
      tab.find(".finish select").selectOption("resolved");
      tab.find(".finish .button--primary").click();
      assertThat(tab.find(".tab")).hasCount(1);
      tab.find(".finish input[type=checkbox]").check();
      tab.sees(".finish .button--primary", "Wrap up one contact");
      assertEquals(List.of(), Axe.faults(tab));
    }
  }

  @Test
  void aContactThatWasFinishedTooSoonComesBackAsItWas() {
    try (Tab tab = Tab.of(stage, "paul")) {
      talked("p1", "paul");
      assertThat(tab.find(".tab")).hasCount(1);
      tab.press("n");
      tab.type("Sent again");
      tab.sees(".note__saved", "saved");
      tab.find(".options input[value=resolved]").check();
      tab.press("Control+Enter");
      assertThat(tab.find(".tab")).hasCount(0);
      tab.find(".rows__act:has-text(\'Open again\')").click();
      assertThat(tab.find(".tab")).hasCount(1);
      assertThat(tab.find("#note")).hasValue("Sent again");
      assertThat(tab.find(".options input[value=resolved]")).isChecked();
    }
  }

  @Test
  void aMissedCallHasItsNumberAndIsCalledBack() {
    try (Tab tab = Tab.of(stage, "rosa")) {
      stage.ring("r1", ScreenPeople.FLOWER, "rosa");
      assertThat(tab.find(".tab")).hasCount(1);
      stage.shop().tell(Event.ended("r1", "abandoned").at(stage.now()));
      assertThat(tab.find(".tab")).hasCount(0);
      assertThat(tab.find("a.rows__act")).hasAttribute("href", "tel:" + ScreenPeople.FLOWER);
    }
  }

  @Test
  void everyPromiseThatIsOwedIsDoneFromHere() {
    stage.shop().tell(Event.customer("9", "Sam Owe", "+41445550199"));
    Event call = stage.ring("s1", "+41445550199", "sven");
    stage.answer("s1", "sven");
    for (int i = 0; i < 8; i++) {
      Map<String, Object> promise = Map.of(
          "text",
          "Promise " + i,
          "due",
          stage.now().plus(Duration.ofHours(i + 1)).toString());
      stage.say("sven", call, "promise", promise);
    }
    stage.end("s1");
    stage.say("sven", call, "wrap-up", Map.of("disposition", "resolved"));
    try (Tab tab = Tab.of(stage, "sven")) {
      tab.find(".calm__block .button:has-text(\'Show all 8\')").click();
      assertThat(tab.find(".promise--open")).hasCount(8);
      tab.find(".promise--open .rows__act").last().click();
      assertThat(tab.find(".promise--open")).hasCount(7);
      tab.find(".promise--open .rows__act").first().click();
      assertThat(tab.find(".promise--open")).hasCount(6);
    }
  }
}
