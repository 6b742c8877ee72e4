package shopbell.screen;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shopbell.model.Role;

/**
 * Takes the pictures of docs/screens, or every screen of the {@link Tour} at every size for checking one's own work.
 */
public final class Screens {
  private static final Set<String> SHOWN =
      Set.of("sign-in", "left", "ringing", "chat", "ambiguous", "unknown", "palette", "wrap-up");
  private static final Set<String> BY_NIGHT = Set.of("ringing", "chat");
  private static final Set<String> ON_A_PHONE = Set.of("ringing", "chat", "unknown");

  private final Path folder;
  private final String locale;
  private final boolean all;

  private Screens(Path folder, String locale, boolean all) {
    this.folder = folder;
    this.locale = locale;
    this.all = all;
  }

  /** {@code FOLDER LOCALE [all]}. */
  public static void main(String[] arguments) {
    Screens screens = new Screens(Path.of(arguments[0]), arguments[1], arguments.length > 2);
    screens.take(1280, 720, "");
    screens.take(360, 740, "-phone");
    if (screens.all) {
      screens.take(1440, 900, "-wide");
      screens.take(900, 700, "-narrow");
      screens.take(1280, 600, "-low");
    }
    System.exit(0);
  }

  private void take(int width, int height, String size) {
    try (Stage stage = Stage.open(Map.of("locale", locale), "lena");
        Tab tab = Tab.at(
            stage.shop().url(),
            new Browser.NewContextOptions().setViewportSize(width, height).setLocale(locale))) {
      new ScreenPeople(stage, locale.equals("en")).enter();
      new Tour(stage, tab, screen -> look(tab, screen, size)).walk();
      if (size.isEmpty()) {
        page(stage, Role.SUPERVISOR, "supervisor");
        page(stage, Role.ADMIN, "admin");
      }
    }
  }

  private void page(Stage stage, Role role, String page) {
    stage.shop().hire(page, role, List.of());
    try (Tab tab = Tab.at(
        stage.shop().url(),
        new Browser.NewContextOptions().setViewportSize(1280, 720).setLocale(locale))) {
      tab.signIn(page);
      tab.page().navigate(stage.shop().url() + "/#/" + page);
      tab.find(".page-bar__title").waitFor();
      tab.page().waitForTimeout(1_500);
      shoot(tab, page);
    }
  }

  private void look(Tab tab, String screen, String size) {
    if (!all && !(size.isEmpty() ? SHOWN : ON_A_PHONE).contains(screen)) {
      return;
    }
    shoot(tab, screen + size);
    if (all || (size.isEmpty() && BY_NIGHT.contains(screen))) {
      tab.dark(true);
      shoot(tab, screen + size + "-dark");
      tab.dark(false);
    }
  }

  private void shoot(Tab tab, String name) {
    tab.script("document.fonts.ready.then(() => true)");
    tab.page().screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
  }
}
