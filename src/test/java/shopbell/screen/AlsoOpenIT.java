package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same customer writes and calls: both cards show it, and one click joins them. */
class AlsoOpenIT {
  private static final String ALSO = ".block--also";

  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open(Map.of("locale", "en"), "lena", "ann", "bea");
    new ScreenPeople(stage, true).enter();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void bothCardsSaySoAndOneClickJoinsThreadAndWrapUp() {
    try (Tab tab = Tab.of(stage, "lena")) {
      stage.chat("both chat", ScreenPeople.RETO, "lena");
      stage.line("both chat", "customer: The parcel is lost");
      tab.sees(".thread", "The parcel is lost");
      stage.ring("both call", ScreenPeople.RETO, "lena");
      tab.sees(ALSO, "Also calls");
      tab.press("Alt+2");
      tab.sees(ALSO, "Also writes: Chat");
      tab.sees(ALSO, "with lena");
      assertThat(tab.find(".thread")).hasCount(0);
      assertEquals(List.of(), Axe.faults(tab));
      stage.answer("both call", "lena");
      tab.find(ALSO + " button").first().click();
      tab.sees(".thread", "The parcel is lost");
      tab.sees(ALSO, "one wrap-up for both");
      stage.end("both chat");
      stage.end("both call");
      tab.find(".call-bar--wrap-up").waitFor();
      tab.find(".option").last().click();
      tab.sees("#wrap-up-done", "Finish both");
      tab.find("#wrap-up-done").click();
      assertThat(tab.find(".tab")).hasCount(0);
    }
  }

  @Test
  void aContactWithAnotherAgentIsNamedWithThisAgent() {
    try (Tab tab = Tab.of(stage, "ann")) {
      stage.chat("hers", ScreenPeople.CIGDEM, "bea");
      stage.ring("mine", ScreenPeople.CIGDEM, "ann");
      tab.sees(ALSO, "Also writes: Chat");
      tab.sees(ALSO, "with bea");
      assertThat(tab.find(ALSO + " button")).hasCount(0);
      stage.end("hers");
      assertThat(tab.find(ALSO)).hasCount(0);
    }
  }
}
