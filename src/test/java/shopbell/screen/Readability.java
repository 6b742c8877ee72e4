package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import java.util.List;
import java.util.function.Consumer;

/** Requirements on every page for one role: readable on each screen, and absent from the menus of other roles. */
final class Readability {
  private static final String WIDER =
      "document.documentElement.scrollWidth > document.documentElement.clientWidth";

  private Readability() {}

  /** {@code user} opens the page by {@code open} on a wide and a narrow screen in the language {@code locale}. */
  static void onEachScreen(Stage stage, String user, String locale, Consumer<Tab> open) {
    for (int width : List.of(1280, 400)) {
      Browser.NewContextOptions options =
          new Browser.NewContextOptions().setViewportSize(width, 740).setLocale(locale);
      try (Tab tab = Tab.at(stage.shop().url(), options)) {
        tab.page().addInitScript("localStorage.setItem('shopbell.language', '" + locale + "')");
        tab.page().reload();
        tab.signIn(user);
        open.accept(tab);
        inBothThemes(tab);
      }
    }
  }

  /** Axe has no findings, light and dark, and the page is not wider than the screen. */
  static void inBothThemes(Tab tab) {
    for (boolean dark : List.of(false, true)) {
      tab.dark(dark);
      assertEquals(List.of(), Axe.faults(tab));
      assertEquals(false, tab.script(WIDER));
    }
  }

  /** The menu of {@code user} has no entry with {@code text}. */
  static void isNotOnTheMenu(Stage stage, String user, String text) {
    try (Tab tab = Tab.of(stage, user)) {
      tab.find(".menu__me").click();
      tab.sees(".menu__box", "Sign out");
      assertThat(tab.find(".menu__box")).not().containsText(text);
    }
  }
}
