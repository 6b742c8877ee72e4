package shopbell.screen;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * From the typed address to the calm desk, in a signed-in browser: with the source files, the bundled files, and the
 * files in the browser's cache. {@code -Drounds -Dlatency} (milliseconds there and back).
 */
@Tag("firstscreen")
class FirstScreenBench {
  private static final int ROUNDS = Integer.getInteger("rounds", 9);
  private static final int LATENCY = Integer.getInteger("latency", 40);

  private final List<String> asked = new ArrayList<>();

  @Test
  void fromTheAddressToTheScreen() throws IOException {
    String edited = Files.readString(Path.of("webroot/index.html"));
    try (Stage stage = Stage.open(Map.of("locale", "en"), "lena")) {
      for (boolean single : new boolean[] {true, false}) {
        List<Double> cold = new ArrayList<>();
        List<Double> kept = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
          round(stage, single ? edited : null, cold, kept);
        }
        System.out.printf(
            Locale.ROOT,
            "%s: %d requests, first %.0f ms, again %.0f ms (median of %d, %d ms there and back)%n",
            single ? "single files" : "as sent",
            asked.size(),
            median(cold),
            median(kept),
            ROUNDS,
            LATENCY);
      }
    }
  }

  private void round(Stage stage, String page, List<Double> cold, List<Double> kept) {
    String[] cookie = stage.shop().signIn("lena").split("=", 2);
    try (BrowserContext context =
        Chrome.browser().newContext(new Browser.NewContextOptions().setViewportSize(1280, 720))) {
      context.addCookies(
          List.of(new Cookie(cookie[0], cookie[1]).setUrl(stage.shop().url())));
      context.addInitScript("localStorage.setItem('shopbell.owner', 'lena')");
      Page tab = context.newPage();
      if (page != null) {
        tab.route(
            stage.shop().url() + "/",
            route -> route.fulfill(
                new Route.FulfillOptions().setContentType("text/html").setBody(page)));
      }
      slow(context, tab);
      asked.clear();
      tab.onResponse(response -> asked.add(response.url()));
      cold.add(shown(stage, tab));
      List<String> first = List.copyOf(asked);
      kept.add(shown(stage, tab));
      asked.clear();
      asked.addAll(first);
    }
  }

  private static double shown(Stage stage, Page tab) {
    tab.navigate(stage.shop().url());
    return ((Number)
            tab.evaluate(
                "new Promise(done => { const look = () => document.querySelector('h1') ? done(performance.now()) : requestAnimationFrame(look); look() })"))
        .doubleValue();
  }

  private static void slow(BrowserContext context, Page tab) {
    CDPSession session = context.newCDPSession(tab);
    session.send("Network.enable");
    JsonObject line = new JsonObject();
    line.addProperty("offline", false);
    line.addProperty("latency", LATENCY);
    line.addProperty("downloadThroughput", -1);
    line.addProperty("uploadThroughput", -1);
    session.send("Network.emulateNetworkConditions", line);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
