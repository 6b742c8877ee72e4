package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A browser that blocks a page's storage, as it may inside another site's page. */
class NoStorageIT {
  private static final String BLOCKED = """
      Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError') } })
      """;

  @Test
  void theScreenWorksAndWhoIsSignedInStaysSo() {
    try (Stage stage = Stage.open(Map.of("locale", "en"), "lena");
        Tab tab = Tab.at(stage.shop().url()).networkMayFail()) {
      tab.page().addInitScript(BLOCKED);
      tab.page().reload();
      tab.signIn("lena");
      stage.ring("blocked", "+4930555012", "lena");
      tab.sees(".call-bar", "Ringing");
      tab.press("n");
      tab.type("Kept by the server");
      tab.sees(".note__saved", "saved");
      tab.page().reload();
      assertThat(tab.find(".call-bar")).containsText("Ringing");
    }
  }
}
