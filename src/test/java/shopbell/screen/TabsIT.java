package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;

/** Several tabs of one agent, and hidden tabs. */
class TabsIT {
  private static final String BELL = "document.documentElement.dataset.bell ?? ''";
  private static final String HIDE = """
      window.told = []
      Object.defineProperty(document, 'visibilityState', { get: () => window.away ? 'hidden' : 'visible' })
      window.Notification = class {
        static permission = 'granted'
        constructor(title, more) { told.push(title + ' | ' + more.body) }
      }
      """;
  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open(Map.of("locale", "en"), "lena", "kim", "liv");
    new ScreenPeople(stage, true).enter();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void allTabsShowTheDeskOneRingsAndAnsweringSettlesAll() {
    try (Tab first = Tab.of(stage, "kim")) {
      Tab second = first.beside();
      second.sees("h1", "No contact");
      stage.ring("k1", ScreenPeople.CIGDEM, "kim");
      first.sees("h1", "Dr. Çiğdem Yıldırım");
      second.sees("h1", "Dr. Çiğdem Yıldırım");
      Waiting.until(
          "one tab rings", () -> bells(first, second).equals(List.of("elsewhere", "rings")));
      first.press("n");
      first.type("Same in both");
      assertThat(second.find("#note")).hasValue("Same in both");
      stage.answer("k1", "kim");
      first.sees(".call-bar", "Talking");
      second.sees(".call-bar", "Talking");
      assertEquals(List.of("", ""), bells(first, second));
      assertEquals("Shopbell", first.page().title());
      second.shut();
    }
  }

  private static List<String> bells(Tab... tabs) {
    return List.of(tabs).stream()
        .map(tab -> tab.script(BELL).toString())
        .sorted()
        .toList();
  }

  @Test
  void anAgentInAnotherWindowGetsADesktopNotification() {
    try (Tab tab = Tab.at(stage.shop().url())) {
      tab.page().addInitScript(HIDE);
      tab.page().reload();
      tab.signIn("liv");
      tab.script("window.away = true");
      stage.ring("l1", ScreenPeople.CIGDEM, "liv");
      Waiting.until("told", () -> !tab.script("told.join()").toString().isEmpty());
      String told = tab.script("told.join()").toString();
      assertEquals("Ringing: Dr. Çiğdem Yıldırım | Promise not kept", told.split(":  |: “", 2)[0]);
      tab.script("window.away = false");
      tab.sees("h1", "Dr. Çiğdem Yıldırım");
    }
  }
}
