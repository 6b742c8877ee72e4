package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.model.Role;

/** The screen of contacts that are drawn to measure predictions: here all of them. */
class HiddenReasonIT {
  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open(Map.of("locale", "en", "reasons.blindShare", "1"), "lena", "ann");
    stage.shop().hire("sue", Role.SUPERVISOR, List.of());
    new ScreenPeople(stage, true).enter();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void theGuessIsHiddenAndWhatIsOwedIsNot() {
    try (Tab tab = Tab.of(stage, "ann")) {
      stage.ring("hidden", ScreenPeople.CIGDEM, "ann");
      tab.sees(".block--why", "Drawn for measurement: no guess before the wrap-up.");
      tab.sees(".block--why", "Promise not kept");
      assertThat(tab.find(".block--why .reason")).hasCount(1);
      assertEquals(List.of(), Axe.faults(tab));
    }
  }
}
