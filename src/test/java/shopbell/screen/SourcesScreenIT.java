package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.Event;
import shopbell.OtherSystem;
import shopbell.model.Role;

/** The state and data of sources on an agent's screen. */
class SourcesScreenIT {
  private static final String CONNECTOR = """
      name: desk
      source:
        authentication:
          kind: bearer
        steps:
          - name: found
            when: $exists($email)
            path: '"/tickets"'
        map: |
          found.tickets.{"type": "shopbell.ticket.upserted", "data": {"id": id, "subject": subject}}
      """;
  private static final String PEOPLE = """
      name: people
      source:
        steps:
          - name: found
            when: $exists($phone)
            path: '"/people"'
            query: {phone: $phone}
        map: |
          found.people.{"type": "shopbell.customer.upserted", "data": $}
      """;

  @TempDir
  private Path folder;

  private final OtherSystem well = OtherSystem.open();
  private final OtherSystem silent = OtherSystem.open();
  private final OtherSystem dead = OtherSystem.open();

  @BeforeEach
  void open() throws IOException {
    Files.writeString(folder.resolve("desk.yaml"), CONNECTOR);
    well.does(OtherSystem.json("{\"tickets\":[{\"id\":\"7\",\"subject\":\"Kettle leaks\"}]}"));
    silent.does(request -> {});
    dead.stop();
  }

  @AfterEach
  void close() {
    List.of(well, silent, dead).forEach(OtherSystem::close);
  }

  private Stage stage(String locale) {
    Map<String, String> settings =
        new HashMap<>(Map.of("locale", locale, "connectors.folder", folder.toString()));
    Map.of("helpdesk", well, "shop", silent, "crm", dead).forEach((name, system) -> {
      settings.put("sources." + name + ".kind", "desk");
      settings.put("sources." + name + ".url", system.url());
      settings.put("sources." + name + ".token", "a-token");
      settings.put("sources." + name + ".budget", "100ms");
      settings.put("sources." + name + ".pauseFor", "1h");
    });
    Stage stage = Stage.open(settings, "mia");
    stage
        .shop()
        .tell(Event.customer("1", "Nina Rüegg", ScreenPeople.FLOWER)
            .with(
                "handles",
                List.of(
                    Map.of("kind", "phone", "value", ScreenPeople.FLOWER),
                    Map.of("kind", "email", "value", "nina@example.org"))));
    stage.ring("s1", ScreenPeople.FLOWER, "mia");
    return stage;
  }

  @Test
  void theLineSaysHowOldEachAnswerIsAndWhoGaveNone() {
    try (Stage stage = stage("en");
        Tab tab = Tab.of(stage, "mia")) {
      assertThat(tab.find(".stamp:has-text('crm')")).containsText("cannot be reached");
      assertThat(tab.find(".stamp:has-text('shop')").last()).containsText("late");
      assertThat(tab.find(".stamp:has-text('helpdesk')")).containsText("as of");
      tab.sees(".column--work", "Kettle leaks");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "en"})
  void oneKeyChoosesWhomAnotherSystemKnowsAndNobodyHere(String locale) throws IOException {
    Files.writeString(folder.resolve("people.yaml"), PEOPLE);
    well.does(OtherSystem.json("{\"people\":[{\"id\":\"9\",\"name\":\"Alice Beispiel\","
        + "\"handles\":[{\"kind\":\"phone\",\"value\":\"+4915112345678\"}]}]}"));
    Map<String, String> settings = Map.of(
        "locale",
        locale,
        "connectors.folder",
        folder.toString(),
        "sources.crm.kind",
        "people",
        "sources.crm.url",
        well.url());
    try (Stage stage = Stage.open(settings, "mia");
        Tab tab = Tab.of(stage, "mia")) {
      stage.ring("s2", "+4915112345678", "mia");
      tab.sees(".candidate--first .candidate__name", "crm: Alice Beispiel");
      tab.sees(".candidate--first", locale.equals("de") ? "Bekannt in crm" : "Known to crm");
      tab.press("1");
      tab.sees(".who", "Alice Beispiel");
      assertThat(tab.find(".candidate")).hasCount(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "en"})
  void aTrialOfASourceShowsRequestsAndAnswers(String locale) {
    boolean german = locale.equals("de");
    try (Stage stage = stage(locale)) {
      stage.shop().hire("root", Role.ADMIN, List.of());
      try (Tab tab = Tab.of(stage, "root")) {
        tab.find(".menu__me").click();
        tab.find(".menu__row:has-text('" + (german ? "Anschlüsse" : "Connectors") + "')")
            .click();
        tab.find(".contact--admin").waitFor();
        tab.find("button[aria-label*='helpdesk']").first().click();
        tab.sees(".block--trial .trial__line", "GET http://127.0.0.1:");
        tab.sees(".block--trial .trial__line", "/tickets");
        tab.sees(".block--trial", "Authorization: •••");
        tab.sees(".block--trial", german ? "Status 200" : "status 200");
        well.does(
            request -> request.response().putHeader("Content-Type", "text/html").end("<p>Login"));
        tab.find("button[aria-label*='helpdesk']").first().click();
        tab.sees(".block--trial .wrong:not([role])", "text/html");
        tab.sees(".block--trial .wrong:not([role])", "<x>xxxxx");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "en"})
  void theDisplayNameOfACallerIsShownAndProvesNothing(String locale) {
    try (Stage stage = stage(locale);
        Tab tab = Tab.of(stage, "mia")) {
      stage
          .shop()
          .tell(
              Event.ended("s1", "abandoned"),
              Event.ringing("s3", "+4915112345699", "mia").with("displayName", "Rosa Klein"));
      tab.sees(".who", locale.equals("de") ? "nennt sich: Rosa Klein" : "says: Rosa Klein");
      tab.sees(".who__name", "+49 1511");
    }
  }

  @Test
  void theKeyboardAsksAllAgain() {
    try (Stage stage = stage("en");
        Tab tab = Tab.of(stage, "mia")) {
      tab.sees(".column--work", "Kettle leaks");
      well.does(OtherSystem.json("{\"tickets\":[{\"id\":\"8\",\"subject\":\"Lid broken\"}]}"));
      tab.find("button[aria-label='Ask all sources again']").focus();
      tab.press("Enter");
      tab.sees(".column--work", "Lid broken");
      assertEquals(2, well.asked().size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "en"})
  void oneKeyAsksAllAgainOnTheCustomersPageToo(String locale) {
    try (Stage stage = stage(locale);
        Tab tab = Tab.of(stage, "mia")) {
      tab.sees(".column--work", "Kettle leaks");
      tab.press("i");
      tab.find(".contact--page").waitFor();
      well.does(well.after(
          500, OtherSystem.json("{\"tickets\":[{\"id\":\"8\",\"subject\":\"Lid broken\"}]}")));
      tab.press("r");
      tab.sees(".contact--page .column--work", "Lid broken");
      assertThat(tab.find(".contact--page .stamp:has-text('helpdesk')"))
          .containsText(locale.equals("de") ? "Stand" : "as of");
      assertThat(tab.find("#ask-again"))
          .hasAttribute(
              "aria-label",
              locale.equals("de") ? "Alle Quellen neu fragen" : "Ask all sources again");
      assertEquals(List.of(), Axe.faults(tab));
    }
  }

  @Test
  void whatIsAskedAgainComesIntoTheWholeStoryToo() {
    try (Stage stage = stage("en");
        Tab tab = Tab.of(stage, "mia")) {
      tab.sees(".column--work", "Kettle leaks");
      tab.press("i");
      tab.find(".block--timeline .chip:has-text('Ticket')").click();
      tab.sees(".block--timeline", "Kettle leaks");
      well.does(OtherSystem.json("{\"tickets\":[{\"id\":\"8\",\"subject\":\"Lid broken\"}]}"));
      tab.press("r");
      tab.sees(".block--timeline", "Lid broken");
      assertThat(tab.find(".block--timeline .chip:has-text('Ticket')"))
          .hasAttribute("aria-pressed", "true");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "en"})
  void everybodyCanReadIt(String locale) {
    try (Stage stage = stage(locale);
        Tab wide = Tab.of(stage, "mia");
        Tab narrow = Tab.at(
                stage.shop().url(), new Browser.NewContextOptions().setViewportSize(360, 740))
            .signIn("mia")) {
      for (Tab tab : List.of(wide, narrow)) {
        tab.find(".stamp--warn:has-text('crm')").waitFor();
        tab.find(".stamp--warn:has-text('shop')").waitFor();
        Readability.inBothThemes(tab);
      }
    }
  }
}
