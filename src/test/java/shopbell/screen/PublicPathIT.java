package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.Event;

/** The screen below a path of a site with other content at its root. */
class PublicPathIT {
  private static final String PATH = "/tools/bell";

  @ParameterizedTest(name = "the proxy takes the path off: {0}")
  @ValueSource(booleans = {true, false})
  void everythingWorksBelowAPath(boolean strips) throws IOException {
    int port = freePort();
    try (PathProxy proxy = new PathProxy(PATH, strips, port);
        Stage stage = Stage.open(
            Map.of(
                "locale", "en", "http.publicUrl", proxy.url(), "http.port", String.valueOf(port)),
            "ida")) {
      assertEquals(proxy.url(), stage.shop().url(), "the address that it prints");
      try (Tab tab = Tab.at(proxy.url() + "/").signIn("ida")) {
        stage
            .shop()
            .tell(
                Event.customer("1", "Nina Rüegg", ScreenPeople.FLOWER),
                Event.ringing("m1", ScreenPeople.FLOWER, "ida"));
        tab.sees("h1", "Nina Rüegg");
        tab.press("n");
        tab.type("Said below a path");
        assertThat(tab.find(".note__saved")).containsText("saved");
        tab.page().reload();
        tab.sees("h1", "Nina Rüegg");
        List<Cookie> cookies = tab.page().context().cookies();
        assertEquals(
            List.of(PATH + "/"), cookies.stream().map(c -> c.path).distinct().toList());
        assertEquals(List.of(), proxy.strayed());
      }
    }
  }

  @ParameterizedTest(name = "reached past the proxy at {0}")
  @ValueSource(strings = {PATH + "/", "/"})
  void whoReachesItDirectlyHasThePageTooAndThePathAloneLeadsToIt(String page) throws IOException {
    int port = freePort();
    try (PathProxy proxy = new PathProxy(PATH, false, port);
        Stage stage =
            Stage.open(Map.of("http.publicUrl", proxy.url(), "http.port", String.valueOf(port)));
        Tab tab = Tab.at("http://127.0.0.1:" + port + page)) {
      assertThat(tab.find("input[name=name]")).isVisible();
      assertEquals(PATH + "/", stage.shop().call("GET", "").send().expect(308).header("Location"));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
