package shopbell.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The files a browser loads for the screen, and those it caches. */
class AssetsIT {
  private static final int MOST_REQUESTS = 12;
  private static final Pattern ANY_DESK = Pattern.compile(".*/assets/AgentScreen\\..*");

  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open(Map.of("locale", "en"), "lena", "kim");
    new ScreenPeople(stage, true).enter();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void theScreenIsThereAfterFewRequestsAndKept() {
    try (Tab tab = Tab.at(stage.shop().url())) {
      List<Response> answers = new CopyOnWriteArrayList<>();
      tab.page().onResponse(answers::add);
      tab.page().reload();
      tab.signIn("lena");
      stage.ring("assets", ScreenPeople.CIGDEM, "lena");
      tab.sees("h1", "Dr. Çiğdem Yıldırım");
      List<Response> files =
          answers.stream().filter(answer -> !answer.url().contains("/api/")).toList();
      assertTrue(
          files.size() <= MOST_REQUESTS,
          files.stream().map(Response::url).toList().toString());
      files.stream()
          .filter(file -> file.url().contains("/assets/"))
          .forEach(file -> assertEquals(
              "public, max-age=31536000, immutable",
              file.headerValue("cache-control"),
              file.url()));
      assertEquals(
          "no-cache", header(files, file -> file.request().isNavigationRequest(), "cache-control"));
      assertEquals("gzip", header(files, file -> file.url().contains("/app."), "content-encoding"));
    }
  }

  private static String header(List<Response> files, Predicate<Response> which, String name) {
    return files.stream().filter(which).findFirst().orElseThrow().headerValue(name);
  }

  @Test
  void thePageIsNotSentAgainWhenNothingHasChanged() {
    String tag = stage.shop().call("GET", "/").send().header("ETag");
    assertEquals(
        304, stage.shop().call("GET", "/").header("If-None-Match", tag).send().status());
    assertEquals(200, stage.shop().call("HEAD", "/").send().status());
    assertEquals(405, stage.shop().call("POST", "/").send().status());
  }

  @Test
  void aPageOfAnOlderVersionLoadsItselfAnew() {
    try (Tab tab = Tab.at(stage.shop().url())) {
      String old = stage.shop().url() + "/assets/AgentScreen.0123456789abcdef.js";
      tab.page()
          .route(
              ANY_DESK,
              route -> route.fulfill(new Route.FulfillOptions()
                  .setResponse(route.fetch(new Route.FetchOptions().setUrl(old)))));
      tab.script("window.old = true");
      tab.find("input[name=name]").focus();
      tab.page().waitForFunction("() => !window.old");
      tab.page().unroute(ANY_DESK);
      tab.signIn("kim");
      tab.sees("h1", "No contact");
    }
  }
}
