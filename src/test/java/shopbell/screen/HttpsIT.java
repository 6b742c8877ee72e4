package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopbell.Certificates;
import shopbell.RunningShop;
import shopbell.Waiting;

/** A real browser behind https: it stores our cookies by their prefixed names, in a window and inside another page. */
class HttpsIT {
  private static final Vertx VERTX = Vertx.vertx();

  private static PathProxy proxy;
  private static Stage stage;
  private static HttpServer site;
  private static Browser browser;

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException {
    Certificates certificates = Certificates.in(folder);
    PemKeyCertOptions certificate = new PemKeyCertOptions()
        .setCertPath(certificates.certificate("proxy").toString())
        .setKeyPath(certificates.key("proxy").toString());
    int port = freePort();
    proxy = PathProxy.https(certificate, port);
    stage = Stage.open(
        Map.of(
            "locale",
            "en",
            "http.port",
            String.valueOf(port),
            "http.publicUrl",
            proxy.url(),
            "http.frameAncestors",
            "https://localhost:*"),
        "lena");
    site = site(certificate);
    browser = Chrome.another(
        "--ignore-certificate-errors",
        "--test-third-party-cookie-phaseout",
        "--disable-site-isolation-trials",
        "--disable-features=IsolateOrigins,site-per-process");
  }

  private static HttpServer site(PemKeyCertOptions certificate) {
    String frame = "<!doctype html><title>CRM</title><iframe width=480 height=700 src=\""
        + proxy.url() + "/\"></iframe>";
    return Waiting.on(VERTX
        .createHttpServer(new HttpServerOptions().setSsl(true).setKeyCertOptions(certificate))
        .requestHandler(
            asked -> asked.response().putHeader("Content-Type", "text/html").end(frame))
        .listen(0, "localhost"));
  }

  @AfterAll
  static void close() {
    browser.close();
    stage.close();
    proxy.close();
    Waiting.on(VERTX.close());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static Set<String> kept(Page page) {
    assertTrue(page.context().cookies().stream().allMatch(cookie -> cookie.secure));
    return page.context().cookies().stream()
        .map((Cookie cookie) -> cookie.name)
        .collect(Collectors.toSet());
  }

  @Test
  void aWindowStaysSignedInByCookiesOfThisHostAlone() {
    try (Page page = browser.newPage()) {
      page.navigate(proxy.url());
      page.locator("[name=name]").fill("lena");
      page.locator("[name=password]").fill(RunningShop.PASSWORD);
      page.locator("[type=submit]").click();
      assertThat(page.locator(".calm")).isVisible();
      page.reload();
      assertThat(page.locator(".calm")).isVisible();
      assertEquals(Set.of("__Host-shopbell_session", "__Host-shopbell_trusted_device"), kept(page));
    }
  }

  @Test
  void soDoesAScreenInsideAnotherSitesPage() {
    try (Page page = browser.newPage()) {
      page.navigate("https://localhost:" + site.actualPort());
      FrameLocator frame = page.frameLocator("iframe");
      frame.locator("[name=name]").fill("lena");
      frame.locator("[name=password]").fill(RunningShop.PASSWORD);
      frame.locator("[type=submit]").click();
      assertThat(frame.locator(".calm")).isVisible();
      page.reload();
      assertThat(page.frameLocator("iframe").locator(".calm")).isVisible();
      assertEquals(
          Set.of("__Host-shopbell_embedded", "__Host-shopbell_trusted_device"), kept(page));
    }
  }
}
