package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Text that is being read does not move; new content waits behind a pill. */
class SteadyIT {
  private static Stage stage;
  private static Told told;

  @BeforeAll
  static void open() {
    stage = Stage.open(Map.of("locale", "en"), "ada", "ben");
    told = new Told(stage, true) {};
    told.named("s1", "Selma Still", "+4922147801");
    told.touch("s1", 5, "help.viewed", "Descaling");
    told.named("s2", "Vito Viele", "+4922147802");
    for (int minutes = 1; minutes < 4; minutes++) {
      told.touch("s2", 1 + minutes / 60.0, "payment.failed", "Espresso machine");
    }
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void aNewVisitWaitsWhileTheStoryIsReadAndStandsThereWhenAskedFor() {
    try (Tab tab = Tab.of(stage, "ada")) {
      stage.ring("s1", "+4922147801", "ada");
      tab.sees(".block--journey", "Descaling");
      tab.find(".block--journey .happening").first().hover();
      told.touch("s1", 0.1, "help.viewed", "Warranty");
      assertThat(tab.find(".block--journey .block__news")).hasText("1 new, show");
      assertThat(tab.find(".block--journey .happenings")).not().containsText("Warranty");
      tab.find(".block__news").click();
      tab.sees(".block--journey .happenings", "Warranty");
      assertThat(tab.find(".block__news")).hasCount(0);
      tab.find("h1").hover();
      told.touch("s1", 0.05, "help.viewed", "Spare parts");
      tab.sees(".block--journey .happenings", "Spare parts");
      assertThat(tab.find(".block__news")).hasCount(0);
    }
  }

  @Test
  void theStepsOfOneVisitAreOneLineThatOpens() {
    try (Tab tab = Tab.of(stage, "ben")) {
      stage.ring("s2", "+4922147802", "ben");
      tab.sees(".visit summary", "3 steps");
      assertThat(tab.find(".visit__steps .happening").first()).isHidden();
      tab.find(".visit summary").focus();
      tab.press("Enter");
      assertThat(tab.find(".visit__steps .happening")).hasCount(3);
      assertThat(tab.find(".visit__steps .happening").first()).isVisible();
      assertEquals(List.of(), Axe.faults(tab));
    }
  }
}
