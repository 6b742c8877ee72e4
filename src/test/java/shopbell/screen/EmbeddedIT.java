package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.RunningShop;
import shopbell.Waiting;

/** The screen inside another site's page, in a browser that blocks third-party cookies. */
class EmbeddedIT {
  private static final Vertx VERTX = Vertx.vertx();

  private static Stage stage;
  private static HttpServer site;
  private static Browser browser;

  @BeforeAll
  static void open() {
    stage = Stage.open(Map.of("locale", "en", "http.frameAncestors", "http://localhost:*"), "lena");
    String frame = "<!doctype html><title>CRM</title><iframe width=480 height=700 src=\""
        + stage.shop().url() + "/\"></iframe>";
    site = Waiting.on(VERTX
        .createHttpServer()
        .requestHandler(
            asked -> asked.response().putHeader("Content-Type", "text/html").end(frame))
        .listen(0, "localhost"));
    // a frame in a separate process is not driven reliably; cookie storage does not depend on it
    browser = Chrome.another(
        "--test-third-party-cookie-phaseout",
        "--disable-site-isolation-trials",
        "--disable-features=IsolateOrigins,site-per-process");
  }

  @AfterAll
  static void close() {
    browser.close();
    stage.close();
    Waiting.on(VERTX.close());
  }

  private static String site() {
    return "http://localhost:" + site.actualPort();
  }

  private static FrameLocator signIn(Page page) {
    page.navigate(site());
    FrameLocator frame = page.frameLocator("iframe");
    frame.locator("[name=name]").fill("lena");
    frame.locator("[name=password]").fill(RunningShop.PASSWORD);
    frame.locator("[type=submit]").click();
    return frame;
  }

  @Test
  void anAgentSignsInHearsCallsAndStaysSignedIn() {
    try (Page page = browser.newPage()) {
      FrameLocator frame = signIn(page);
      assertThat(frame.locator(".calm")).isVisible();
      stage.ring("embedded", "+4930555013", "lena");
      assertThat(frame.locator(".call-bar")).containsText("Ringing");
      page.reload();
      assertThat(page.frameLocator("iframe").locator(".call-bar")).containsText("Ringing");
      List<Cookie> kept = page.context().cookies();
      assertTrue(kept.stream().anyMatch(cookie -> cookie.name.equals("shopbell_embedded")));
      assertFalse(kept.stream().anyMatch(cookie -> cookie.name.equals("shopbell_session")));
    }
  }

  @Test
  void whereNoCookieIsKeptTheScreenSaysSoAndOpensAWindowOfItsOwn() {
    try (Page page = browser.newPage()) {
      page.route("**/api/v1/session", route -> {
        if (route.request().method().equals("POST")) {
          route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
              .setStatus(200)
              .setContentType("application/json")
              .setBody("{}"));
        } else {
          route.resume();
        }
      });
      FrameLocator frame = signIn(page);
      assertThat(frame.locator(".sign-in__wrong")).containsText("keeps no sign-in");
      assertThat(frame.locator("a[target=_blank]"))
          .hasAttribute("href", stage.shop().url() + "/");
    }
  }

  @Test
  void anotherHostWithoutHttpsIsRefusedWithTheReason() {
    try (RunningShop shop = RunningShop.open(Map.of(
            "http.frameAncestors", "https://crm.example",
            "ingress.sipgate.url", "https://crm.example/in/sipgate",
            "ingress.twilio-voice.url", "https://crm.example/in/twilio-voice",
            "ingress.twilio-taskrouter.url", "https://crm.example/in/twilio-taskrouter",
            "http.host", "0.0.0.0"))
        .hire("anna")) {
      var refused = shop.call("POST", "/api/v1/session")
          .json(Map.of("name", "anna", "password", RunningShop.PASSWORD, "embedded", true))
          .send();
      assertEquals(403, refused.status());
      assertTrue(refused.json().path("detail").asText().contains("https"));
    }
  }

  @Test
  void whereNoPageMayEmbedTheScreenNoSessionIsOpenedForOne() {
    try (RunningShop shop = RunningShop.open(Map.of()).hire("anna")) {
      var refused = shop.call("POST", "/api/v1/session")
          .json(Map.of("name", "anna", "password", RunningShop.PASSWORD, "embedded", true))
          .send();
      assertEquals(403, refused.status());
      assertTrue(refused.json().path("detail").asText().contains("http.frameAncestors"));
    }
  }
}
