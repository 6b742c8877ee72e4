package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import shopbell.RunningShop;

/** One tab of a browser at the agent's screen; closing it fails when the browser logged any error. */
final class Tab implements AutoCloseable {
  private static final String WATCH_POLICY =
      "addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI))";

  /** What Chromium itself writes of a request that was not answered well. */
  private static final Pattern NETWORK =
      Pattern.compile("Failed to load resource|WebSocket connection");

  private final String url;
  private final Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private boolean networkMayFail;

  private Tab(String url, BrowserContext context) {
    this.url = url;
    page = context.newPage();
    page.addInitScript(WATCH_POLICY);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.setDefaultTimeout(10_000);
  }

  /** A browser of its own, at the sign-in. */
  static Tab at(String url) {
    return at(url, new Browser.NewContextOptions().setViewportSize(1280, 720));
  }

  static Tab at(String url, Browser.NewContextOptions options) {
    options
        .setReducedMotion(ReducedMotion.REDUCE)
        .setTimezoneId("Europe/Berlin")
        .setPermissions(List.of("notifications"));
    Tab tab = new Tab(url, Chrome.browser().newContext(options));
    tab.page.navigate(url);
    return tab;
  }

  /** A browser of its own, in which {@code agent} has signed in. */
  static Tab of(Stage stage, String agent) {
    return at(stage.shop().url()).signIn(agent);
  }

  /** The same, with a script of ours that runs before the page's own. */
  static Tab watched(Stage stage, String agent, String script) {
    Tab tab = at(stage.shop().url());
    tab.page.addInitScript(script);
    tab.page.navigate(tab.url);
    return tab.signIn(agent);
  }

  /** One more tab of the same browser. */
  Tab beside() {
    Tab tab = new Tab(url, page.context());
    tab.page.navigate(url);
    return tab;
  }

  Tab signIn(String agent) {
    find("input[name=name]").fill(agent);
    find("input[name=password]").fill(RunningShop.PASSWORD);
    press("Enter");
    assertThat(find(".line")).hasText(Pattern.compile("Live|Back|Wieder da"));
    return this;
  }

  Page page() {
    return page;
  }

  Locator find(String selector) {
    return page.locator(selector);
  }

  /** The only element with this text. */
  Locator text(String text) {
    return page.getByText(text);
  }

  void press(String keys) {
    page.keyboard().press(keys);
  }

  void type(String text) {
    page.keyboard().type(text);
  }

  void sees(String selector, String text) {
    assertThat(find(selector)).containsText(text);
  }

  /** As the theme button does. */
  void dark(boolean dark) {
    // recomputed for all: Chromium may keep an inherited light-dark() of before
    script("(html => { html.dataset.theme = '" + (dark ? "dark" : "light")
        + "'; html.style.display = 'none'; html.offsetHeight; html.style.display = '' })"
        + "(document.documentElement)");
    script(
        "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
  }

  Object script(String script) {
    return page.evaluate(script);
  }

  /** The server is stopped in this test: the browser's messages about that are no failure. */
  Tab networkMayFail() {
    networkMayFail = true;
    return this;
  }

  /** This tab alone. */
  void shut() {
    page.close();
    if (networkMayFail) {
      complaints.removeIf(text -> NETWORK.matcher(text).find());
    }
    assertEquals(List.of(), complaints);
  }

  /** The whole browser. */
  @Override
  public void close() {
    shut();
    page.context().close();
  }
}
