package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.Waiting;

/**
 * A ringing call is shown, whatever else is on the screen; a screen reader announces it, and the focus stays in the
 * page.
 */
class SecondRingIT {
  private static final String IN_SIGHT = """
      [...document.querySelectorAll('.second-ring')].filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect())
        .filter(r => r.top >= 0 && r.bottom <= innerHeight && r.right <= innerWidth + 1).length
      """;
  private static final String FOCUS = "document.activeElement === document.body";

  private static Stage stage;

  @BeforeAll
  static void open() {
    stage =
        Stage.open(Map.of("locale", "en"), "lena", "ann", "bea", "cem", "dee", "eva", "fay", "gil");
    new ScreenPeople(stage, true).enter();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  private static Tab at(String agent, int width) {
    Browser.NewContextOptions size = new Browser.NewContextOptions().setViewportSize(width, 720);
    return Tab.at(stage.shop().url(), size.setLocale("en")).signIn(agent);
  }

  private static Locator ring(Tab tab) {
    return tab.find(".second-ring").filter(new Locator.FilterOptions().setVisible(true));
  }

  @Test
  void duringATalkItStandsInTheSlotAndOneKeyShowsIt() {
    try (Tab tab = at("ann", 1280)) {
      stage.ring("ann1", ScreenPeople.RETO, "ann");
      stage.answer("ann1", "ann");
      tab.sees(".call-bar", "Talking");
      stage.ring("ann2", ScreenPeople.CIGDEM, "ann");
      assertThat(ring(tab)).containsText("Dr. Çiğdem Yıldırım");
      assertThat(ring(tab)).containsText("Promise not kept");
      assertThat(ring(tab)).containsText("Alt 2");
      tab.sees("h1", "Reto");
      assertEquals(List.of(), Axe.faults(tab));
      stage.ring("ann3", ScreenPeople.FLOWER, "ann");
      assertThat(ring(tab)).containsText("+1");
      tab.press("Alt+2");
      tab.sees("h1", "Dr. Çiğdem Yıldırım");
      assertThat(ring(tab)).containsText(ScreenPeople.FLOWER_NAME);
      tab.press("Alt+1");
      stage.end("ann1");
      tab.sees("h1", ScreenPeople.FLOWER_NAME);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 400})
  void withNineContactsItIsInSightAndTheTenthIsReached(int width) {
    String agent = width == 400 ? "bea" : "cem";
    try (Tab tab = at(agent, width)) {
      for (int i = 0; i < 9; i++) {
        stage.chat(agent + i, "+4930555" + (1000 + i), agent);
      }
      Waiting.until(
          "nine",
          () -> tab.script(
                  "document.querySelectorAll('.tab').length + Number(document.querySelector('.tabs-more')?.textContent.match(/\\d+/)?.[0] ?? 0)")
              .equals(9));
      tab.sees(".call-bar", "In chat");
      stage.ring(agent + "ten", ScreenPeople.CIGDEM, agent);
      assertThat(ring(tab)).containsText("Dr. Çiğdem Yıldırım");
      tab.script("scrollTo(0, 400)");
      assertEquals(1, tab.script(IN_SIGHT));
      assertThat(tab.find(".tabs-more--ringing")).isVisible();
      tab.press("Alt+0");
      assertThat(tab.find(".tab-list__row")).hasCount(10);
      assertEquals(List.of(), Axe.faults(tab));
      tab.press("ArrowUp");
      assertThat(tab.find(".tab-list__row").last()).isFocused();
      tab.press("Enter");
      tab.sees("h1", "Dr. Çiğdem Yıldırım");
      assertEquals(false, tab.script(FOCUS));
      assertEquals(true, tab.script("document.documentElement.scrollWidth <= innerWidth"));
    }
  }

  @Test
  void overAWrapUpAndACustomersPageItComesToTheFrontOnce() {
    try (Tab tab = at("dee", 1280)) {
      stage.ring("dee1", ScreenPeople.RETO, "dee");
      stage.answer("dee1", "dee");
      stage.end("dee1");
      tab.sees(".call-bar", "Wrap-up");
      tab.press("n");
      tab.type("Half a sen");
      stage.ring("dee2", ScreenPeople.CIGDEM, "dee");
      tab.sees("h1", "Dr. Çiğdem Yıldırım");
      tab.type("wpi");
      assertThat(tab.find(".promise-form")).hasCount(0);
      tab.press("Alt+1");
      assertThat(tab.find("#note")).hasValue("Half a sen");
      assertThat(ring(tab)).containsText("Dr. Çiğdem Yıldırım");
      stage.answer("dee2", "dee");
      assertThat(ring(tab)).hasCount(0);
      tab.sees("h1", "Reto");
      stage.end("dee2");
      tab.find("#who-page").click();
      tab.sees(".page-bar", "Back");
      stage.ring("dee3", ScreenPeople.FLOWER, "dee");
      tab.sees("h1", ScreenPeople.FLOWER_NAME);
      assertThat(tab.find(".page-bar")).hasCount(0);
    }
  }

  @Test
  void overAPageDuringATalkItStandsOnTop() {
    try (Tab tab = at("gil", 1280)) {
      stage.ring("gil1", ScreenPeople.RETO, "gil");
      stage.answer("gil1", "gil");
      tab.sees(".call-bar", "Talking");
      tab.press("i");
      tab.sees(".page-bar", "Back");
      stage.ring("gil2", ScreenPeople.CIGDEM, "gil");
      assertThat(ring(tab)).containsText("Dr. Çiğdem Yıldırım");
      tab.sees(".page-bar", "Back");
      ring(tab).getByText("Look").click();
      tab.sees("h1", "Dr. Çiğdem Yıldırım");
    }
  }

  @Test
  void aBlindAgentHearsWhoHowSureHowAndWhy() {
    try (Tab tab = at("eva", 1280)) {
      Locator said = tab.find(".shell > [role=status]");
      stage.ring("eva1", ScreenPeople.CIGDEM, "eva");
      assertThat(said)
          .containsText(
              Pattern.compile(
                  "Ringing: Dr. Çiğdem Yıldırım. Known, Not verified. Call. Probably: Promise not kept"));
      stage.answer("eva1", "eva");
      assertThat(said).containsText("Talking: Dr. Çiğdem Yıldırım");
      stage.end("eva1");
      assertThat(said).containsText("Ended, wrap-up open: Dr. Çiğdem Yıldırım");
    }
  }

  @Test
  void theFocusNeverFallsToTheBody() {
    try (Tab tab = at("fay", 1280)) {
      assertEquals(false, tab.script(FOCUS), "after signing in");
      stage.ring("fay1", ScreenPeople.RETO, "fay");
      tab.sees("h1", "Reto");
      tab.press("f");
      assertThat(tab.find("#find")).isFocused();
      tab.find(".keep-it button").last().focus();
      tab.press("Enter");
      assertThat(tab.find("#find")).hasCount(0);
      Waiting.until("somewhere", () -> tab.script(FOCUS).equals(false));
      tab.press("/");
      tab.press("Escape");
      Waiting.until("after a dialog", () -> tab.script(FOCUS).equals(false));
      stage.answer("fay1", "fay");
      stage.end("fay1");
      tab.find("input[value=resolved]").focus();
      tab.press("Space");
      tab.press("Control+Enter");
      tab.sees("h1", "No contact");
      Waiting.until("after the card", () -> tab.script(FOCUS).equals(false));
    }
  }
}
