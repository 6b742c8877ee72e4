package shopbell.screen;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The system's Chromium, started once for all tests of a run. */
public final class Chrome {
  private static final List<String> FLAGS = List.of(
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-dev-shm-usage",
      "--autoplay-policy=no-user-gesture-required");

  private static Browser browser;

  private Chrome() {}

  /** Started at the first call; closed when the run ends. */
  public static synchronized Browser browser() {
    if (browser == null) {
      Playwright playwright = Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      browser = playwright.chromium().launch(options(List.of()));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }
    return browser;
  }

  /** One more of its own with these flags besides; the caller closes it. */
  static Browser another(String... flags) {
    return browser().browserType().launch(options(List.of(flags)));
  }

  private static BrowserType.LaunchOptions options(List<String> more) {
    return new BrowserType.LaunchOptions()
        .setExecutablePath(found())
        .setArgs(Stream.concat(FLAGS.stream(), more.stream()).toList());
  }

  private static Path found() {
    return BrowserInstall.find()
        .orElseThrow(
            () -> new AssertionError(
                "no browser: mvn verify installs one on Debian as root; elsewhere name one in SHOPBELL_CHROMIUM"));
  }
}
