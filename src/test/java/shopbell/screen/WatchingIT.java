package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.DeskClient;
import shopbell.Waiting;
import shopbell.model.Role;

/** Pages of supervisors and administrators hear of changes by the line; no timer asks for them. */
class WatchingIT {
  /** Longer than any page has ever waited before it asked again, shorter than the silence that ends a line. */
  private static final int A_WHILE_MILLIS = 20_000;

  private static final Duration SETTLED = Duration.ofMillis(2_200);

  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open(Map.of("locale", "en"), "lena", "ben");
    stage.shop().hire("sue", Role.SUPERVISOR, List.of()).hire("root", Role.ADMIN, List.of());
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  /** The calls of a tab at a page whose timers can be put forward. */
  private record Reads(Tab tab, List<String> paths) {
    static Reads of(String name, String menu) {
      Tab tab = Tab.of(stage, name);
      tab.page().clock().install();
      List<String> paths = new CopyOnWriteArrayList<>();
      tab.page().onRequest(request -> paths.add(URI.create(request.url()).getPath()));
      tab.find(".menu__me").click();
      tab.find(".menu__row")
          .filter(new Locator.FilterOptions().setHasText(menu))
          .click();
      return new Reads(tab, paths);
    }

    /** Ends when two seconds have passed without a call: what changed before the page was opened is told by then. */
    void quiet() {
      boolean busy = true;
      while (busy) {
        int before = paths.size();
        busy = Waiting.soon(SETTLED, () -> heardOf(() -> paths.size() > before));
      }
    }

    /** Events of the browser reach this test only while it calls it. */
    boolean heardOf(BooleanSupplier so) {
      tab.script("true");
      return so.getAsBoolean();
    }
  }

  @Test
  void aSupervisorSeesWhoComesAndGoesAndNothingIsReadMeanwhile() {
    Reads reads = Reads.of("sue", "Supervisor");
    try (Tab tab = reads.tab()) {
      tab.sees(".block--seats", "sue");
      tab.sees(".block--hits", "Some contacts, drawn at random");
      reads.quiet();
      List<String> before = List.copyOf(reads.paths());
      tab.page().clock().fastForward(A_WHILE_MILLIS);
      try (DeskClient lena = stage.shop().seat("lena")) {
        tab.sees(".block--seats", "lena");
        assertTrue(lena.frames("changed").isEmpty());
      }
      assertThat(tab.find(".block--seats")).not().containsText("lena");
      List<String> since = reads.paths().subList(before.size(), reads.paths().size());
      assertEquals(List.of("/api/v1/agents"), since.stream().distinct().toList());
      assertTrue(since.size() <= 3, since::toString);
    }
  }

  @Test
  void anAdministratorSeesWhatComesInAtADoorAndNothingIsReadMeanwhile() {
    Reads reads = Reads.of("root", "Connectors");
    try (Tab tab = reads.tab()) {
      tab.find(".block--doors .pickable:has-text('events')").click();
      reads.quiet();
      List<String> before = List.copyOf(reads.paths());
      tab.page().clock().fastForward(A_WHILE_MILLIS);
      stage.ring("watched", "+4922147301", "ben");
      tab.find(".block--deliveries .pickable").first().waitFor();
      Waiting.until(
          "both lists are read",
          () -> reads.heardOf(() -> reads.paths().size() >= before.size() + 2));
      assertEquals(
          List.of("/api/v1/doors", "/api/v1/doors/events/deliveries"),
          reads.paths().subList(before.size(), reads.paths().size()).stream()
              .distinct()
              .sorted()
              .toList());
    }
  }

  @Test
  void afterTheLineWasLostThePageReadsAgainAndWatchesAgain() {
    DeskClient lena = stage.shop().seat("lena");
    Reads reads = Reads.of("sue", "Supervisor");
    try (Tab tab = reads.tab()) {
      tab.sees(".block--seats", "lena");
      reads.quiet();
      tab.page().context().setOffline(true);
      assertThat(tab.find(".line")).not().hasText("Live");
      lena.close();
      tab.page().context().setOffline(false);
      assertThat(tab.find(".block--seats")).not().containsText("lena");
      try (DeskClient ben = stage.shop().seat("ben")) {
        tab.sees(".block--seats", "ben");
        assertTrue(ben.frames("changed").isEmpty());
      }
      tab.networkMayFail();
    }
  }

  @Test
  void aPageThatIsLeftWatchesNothing() {
    Reads reads = Reads.of("sue", "Supervisor");
    try (Tab tab = reads.tab()) {
      List<String> said = new CopyOnWriteArrayList<>();
      tab.page().onWebSocket(line -> line.onFrameSent(frame -> said.add(frame.text())));
      tab.page().reload();
      tab.sees(".block--seats", "sue");
      Waiting.until(
          "it watches",
          () -> reads.heardOf(() -> said.stream().anyMatch(frame -> frame.contains("looks"))));
      tab.press("Escape");
      Waiting.until(
          "it watches no more",
          () -> reads.heardOf(
              () -> said.stream().anyMatch("{\"type\":\"watch\",\"topics\":[]}"::equals)));
    }
  }
}
