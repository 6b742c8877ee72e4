package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.model.Role;

/** Suggested actions are answered on the card with one key or click, and supervisors see why not another. */
class StepAnswersIT {
  private static final Pattern DECISION = Pattern.compile("/decisions/([^/]+)/");

  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open(Map.of("locale", "en"), "lena", "ada", "ben", "cleo");
    stage.shop().hire("sue", Role.SUPERVISOR, List.of(Stage.QUEUE), "sue");
    new ScreenPeople(stage, true).enter();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  private static Tab ringing(String id, String agent) {
    Tab tab = Tab.of(stage, agent);
    stage.ring(id, ScreenPeople.CIGDEM, agent);
    stage.answer(id, agent);
    tab.find(".answers").first().waitFor();
    return tab;
  }

  /** The decision to which {@code answering} answers. */
  private static String decision(Tab tab, Runnable answering) {
    Matcher path =
        DECISION.matcher(tab.page().waitForRequest("**/responses", answering).url());
    return path.results().findFirst().orElseThrow().group(1);
  }

  private static JsonNode response(String decision) {
    return stage
        .shop()
        .call("GET", "/api/v1/decisions/" + decision)
        .cookie(stage.shop().signIn("sue"))
        .send()
        .expect(200)
        .json()
        .at("/responses/0");
  }

  @Test
  void oneKeySaysThatTheActionIsDoneAndItCanBeChanged() {
    try (Tab tab = ringing("answers-1", "lena")) {
      String decision = decision(tab, () -> tab.press("1"));
      Locator first = tab.find(".step").first();
      assertThat(first.locator(".answers__told")).containsText("done");
      assertEquals("accepted", response(decision).path("response").asText());
      tab.page().reload();
      assertThat(tab.find(".answers__told")).hasCount(1);
      tab.find(".answers__told button").click();
      first.locator(".answers__quiet").first().click();
      assertThat(first.locator(".answers__told")).containsText("customer declines");
      assertEquals("declined", response(decision).path("response").asText());
    }
  }

  @Test
  void wrongIsSaidWithAWordByKeyboard() {
    try (Tab tab = ringing("answers-2", "ada")) {
      tab.press("a");
      for (int i = 0; i < 4; i++) {
        tab.press("ArrowRight");
      }
      tab.press("Enter");
      tab.type("promised elsewhere");
      String decision = decision(tab, () -> tab.press("Enter"));
      tab.sees(".answers__told", "was wrong");
      JsonNode response = response(decision);
      assertEquals("wrong", response.path("response").asText());
      assertEquals("promised elsewhere", response.path("comment").asText());
    }
  }

  @Test
  void anAnswerThatCannotBeKeptIsSaidAndAskedAgain() {
    try (Tab tab = ringing("answers-3", "ben").networkMayFail()) {
      tab.page().route("**/responses", route -> route.abort());
      tab.press("1");
      tab.sees(".step .wrong", "could not be saved");
      assertThat(tab.find(".answers__told")).hasCount(0);
      tab.page().unroute("**/responses");
      tab.press("1");
      assertThat(tab.find(".answers__told")).hasCount(1);
    }
  }

  @Test
  void whatIsVetoedIsStruckThroughWithItsReasonAndHasNoAnswer() {
    try (Tab tab = ringing("answers-4", "cleo")) {
      Locator vetoed = tab.find(".step--veto").first();
      assertThat(vetoed.locator(".step__why")).containsText("No offer");
      assertThat(vetoed.locator(".answers")).hasCount(0);
      assertThat(tab.find(".why-not")).hasCount(0);
      assertEquals(List.of(), Axe.faults(tab));
    }
  }

  @Test
  void supervisorsSeeWhyNotAnother() {
    try (Tab tab = ringing("answers-5", "sue")) {
      tab.find(".why-not button").click();
      tab.find(".candidate--shown").first().waitFor();
      assertThat(tab.find(".candidate--excluded").first()).isVisible();
      tab.sees(".why-not", "Your look is logged");
      assertEquals(List.of(), Axe.faults(tab));
    }
  }
}
