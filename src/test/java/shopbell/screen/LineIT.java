package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import shopbell.Event;
import shopbell.RunningShop;
import shopbell.Waiting;
import shopbell.store.DatabaseOutage;

/** The screen when the server, the connection, the session or the database is gone. */
class LineIT {
  private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(20_000);

  @Test
  void theDeskHealsWhenTheServerIsKilledAndStartedAgain() throws IOException, InterruptedException {
    Map<String, String> settings = Map.of(
        "locale", "en", "http.port", freePort(), "database.url", RunningShop.freshDatabase());
    Stage.open(settings, "mia").close();
    KillableServer server = KillableServer.start(settings);
    try (Tab tab = Tab.at(server.url()).networkMayFail().signIn("mia")) {
      server.tell(Event.customer("1", "Nina Rüegg", ScreenPeople.FLOWER));
      server.tell(Event.ringing("m1", ScreenPeople.FLOWER, "mia"));
      tab.sees("h1", "Nina Rüegg");
      server.kill();
      tab.sees(".line--lost", "Disconnected");
      tab.sees(".line-notice", "Notes stay on this device");
      tab.press("n");
      tab.type("Typed while nobody listened");
      tab.sees(".note__saved", "on this device only");
      try (KillableServer again = KillableServer.start(settings)) {
        again.tell(Event.ringing("m2", ScreenPeople.RETO, "mia"));
        assertThat(tab.find(".line--back")).containsText("Back", PATIENTLY);
        assertThat(tab.find(".tab")).hasCount(2);
        tab.sees("h1", "Nina Rüegg");
        assertThat(tab.find("#note")).hasValue("Typed while nobody listened");
        assertThat(tab.find(".note__saved")).containsText("saved", PATIENTLY);
        tab.find(".tab").first().waitFor();
      }
    } finally {
      server.close();
    }
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return String.valueOf(socket.getLocalPort());
    }
  }

  @Test
  void aLineThatIsDeadButOpenIsNoticedAndReplaced() {
    try (Stage stage = Stage.open(Map.of("locale", "en"), "nora");
        Tab tab = Tab.at(stage.shop().url())) {
      AtomicBoolean dead = new AtomicBoolean();
      tab.page().routeWebSocket("**/ws/desk*", socket -> {
        var server = socket.connectToServer();
        server.onMessage(frame -> {
          if (!dead.get()) {
            socket.send(frame.text());
          }
        });
      });
      tab.page().clock().install();
      tab.page().reload();
      tab.signIn("nora");
      dead.set(true);
      tab.page().clock().fastForward(26_000);
      tab.sees(".line--lost", "Disconnected");
      stage.ring("n1", ScreenPeople.FLOWER, "nora");
      // stored is not yet on the desk, and the connection must not come back before
      Waiting.until(
          "the card is on the desk",
          () ->
              stage.shop().operator("/metrics").send().text().contains("shopbell_desk_cards 1.0"));
      dead.set(false);
      tab.page().clock().fastForward(10_000);
      assertThat(tab.find(".line--back")).containsText("Back, 1 new", PATIENTLY);
    }
  }

  @Test
  void afterASessionHasEndedTheUserSignsInAgainAndFindsTheSameDesk() {
    try (Stage stage = Stage.open(Map.of("locale", "en"), "otto");
        Tab tab = Tab.of(stage, "otto").networkMayFail()) {
      stage.ring("o1", ScreenPeople.FLOWER, "otto");
      tab.sees("h1", "+41 52 555 01 99");
      tab.page().context().clearCookies();
      tab.press("n");
      tab.type("Not lost");
      tab.sees(".sign-in__lead", "Your session has ended");
      tab.signIn("otto");
      tab.sees("h1", "+41 52 555 01 99");
      assertThat(tab.find("#note")).hasValue("Not lost");
      tab.sees(".note__saved", "saved");
    }
  }

  @Test
  void withTheDatabaseAwayTheCallIsThereAndTheScreenSaysWhatIsNot() {
    String database = RunningShop.freshDatabase();
    try (Stage stage = Stage.open(Map.of("locale", "en", "database.url", database), "pia");
        Tab tab = Tab.of(stage, "pia").networkMayFail()) {
      stage.shop().tell(Event.customer("1", "Nina Rüegg", ScreenPeople.FLOWER));
      Event ringing = Event.ringing("p1", ScreenPeople.FLOWER, "pia").with("channel", "call");
      DatabaseOutage databaseOutage = DatabaseOutage.of(database);
      try {
        stage
            .shop()
            .call("POST", "/in/events")
            .key(RunningShop.KEY)
            .cloudEvent(ringing)
            .send()
            .expect(503);
        tab.sees("h1", "+41 52 555 01 99");
        tab.sees(".pill--away", "Customer data cannot be reached");
        tab.sees(".away", "The call comes in, only the customer data is missing");
        assertThat(tab.find(".pill--unknown")).hasCount(0);
      } finally {
        databaseOutage.end();
      }
      stage.shop().tell(ringing);
      assertThat(tab.find("h1")).containsText("Nina Rüegg", PATIENTLY);
      assertThat(tab.find(".away")).hasCount(0);
    }
  }
}
