package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.RunningShop;
import shopbell.Waiting;
import shopbell.model.Role;
import shopbell.store.TestDatabase;

/** A supervisor sees which actions help, in a real browser against the real server. */
class WorksPageIT {
  private static final String YAML = """
      name: %1$s
      kind: sale
      title: {de: "Aktion %1$s", en: "Action %1$s"}
      because: {de: Weil, en: Because}
      value: {amount: 10, unit: EUR}
      success: {kind: order, within: P7D}
      """;
  private static final String PERSONS = """
      with person as (
        insert into customer (id, survivor, system, external_id, kind, name, updated_at)
        select md5('%1$s%2$s' || n)::uuid, md5('%1$s%2$s' || n)::uuid, 'crm', '%1$s%2$s' || n, 'person', 'Customer ' || n, now()
        from generate_series(1, %3$d) n returning id
      ), seen as (
        insert into exposure (decision, action, version, customer, at, place, state, benefit, features, success, until,
          happened_at, succeeded, settled_at, response, veto)
        select gen_random_uuid(), '%1$s', 1, md5('%1$s%2$s' || n)::uuid, now() - interval '20 days', 1, '%2$s', 3, '{}',
          'order', now() - interval '13 days', case when n <= %4$d then now() - interval '15 days' end, n <= %4$d,
          now() - interval '12 days', case when '%2$s' = 'shown' then '%5$s' end, case when '%2$s' = 'vetoed' then 'ticket' end
        from generate_series(1, %3$d) n returning 1 as one
      ) select one from seen
      """;

  private static String database;
  private static Stage stage;
  private static Vertx vertx;

  @BeforeAll
  static void open() {
    database = RunningShop.freshDatabase();
    vertx = Vertx.vertx();
    stage = Stage.open(Map.of("locale", "en", "database.url", database), "mia");
    stage.shop().hire("root", Role.ADMIN, List.of()).hire("sue", Role.SUPERVISOR, List.of());
    shown("strong", new Group(950, 850), "accepted", new Group(50, 10));
    shown("neutral", new Group(950, 475), "accepted", new Group(50, 25));
    shown("bad", new Group(950, 100), "accepted", new Group(50, 45));
    shown("unloved", new Group(950, 475), "declined", new Group(50, 25));
    shown("young", new Group(20, 10), "accepted", new Group(1, 0));
    persons("strong", "vetoed", new Group(7, 0), "");
  }

  @AfterAll
  static void close() {
    stage.close();
    Waiting.on(vertx.close());
  }

  /** Persons of one arm, and how many of them had a success. */
  private record Group(int persons, int successes) {}

  /** An own live action with this many persons who were shown it and who were held out, and their successes. */
  private static void shown(String action, Group with, String response, Group without) {
    String root = stage.shop().signIn("root");
    stage
        .shop()
        .call("POST", "/api/v1/actions")
        .cookie(root)
        .json(Map.of("yaml", YAML.formatted(action), "change", "first"))
        .send()
        .expect(201);
    stage
        .shop()
        .call("POST", "/api/v1/actions/" + action + "/trial")
        .cookie(root)
        .json(Map.of("days", 90))
        .send()
        .expect(200);
    stage
        .shop()
        .call("PUT", "/api/v1/actions/" + action)
        .cookie(root)
        .json(Map.of("version", 1, "state", "live", "change", "live"))
        .send()
        .expect(200);
    persons(action, "shown", with, response);
    persons(action, "held-out", without, "");
  }

  private static void persons(String action, String state, Group group, String response) {
    String sql = PERSONS.formatted(action, state, group.persons(), group.successes(), response);
    assertEquals(group.persons(), Waiting.on(TestDatabase.ask(vertx, database, sql)));
  }

  private static Tab works() {
    Tab tab = Tab.of(stage, "sue");
    tab.find(".menu__me").click();
    tab.find(".menu__row").filter(having("What works")).click();
    tab.find(".block--effects").waitFor();
    return tab;
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator row(Tab tab, String action) {
    return tab.find(".effects tbody tr").filter(having("Action " + action));
  }

  @Test
  void whatSurelyHelpsStandsFirstAndWhatHarmsIsProposedForRetirement() {
    try (Tab tab = works()) {
      assertThat(tab.find(".block--effects tbody tr")).hasCount(4);
      assertThat(tab.find(".block--effects tbody tr").first()).containsText("Action strong");
      assertThat(row(tab, "strong")).containsText("helps");
      assertThat(row(tab, "neutral")).containsText("still open");
      assertThat(row(tab, "bad")).containsText("Retirement proposed: it harms");
      assertThat(row(tab, "unloved")).containsText("950 of 950 refuse");
      tab.sees(".page-bar__news", "1 of 4 actions surely help, one harms");
      tab.sees(".effects__new", "Action young: shown to 20 persons, 1 without");
      tab.sees(".block--vetoes", "Critical ticket open");
    }
  }

  @Test
  void oneKeyTurnsThePictureIntoATableWithTheSameRows() {
    try (Tab tab = works()) {
      assertThat(tab.find(".effects__plot")).hasCount(4);
      tab.press("t");
      assertThat(tab.find(".effects__plot")).hasCount(0);
      tab.sees(".block--effects thead", "low");
      assertThat(tab.find(".block--effects tbody tr").first()).containsText("Action strong");
      tab.press("t");
      assertThat(tab.find(".effects__plot")).hasCount(4);
    }
  }

  @Test
  void itIsSavedAsATable() throws IOException {
    try (Tab tab = works()) {
      Download file = tab.page().waitForDownload(() -> tab.press("c"));
      assertEquals("effects-90.csv", file.suggestedFilename());
      List<String> lines = Files.readAllLines(file.path());
      assertTrue(lines.get(0).startsWith("action,title,kind,state,shown"), lines.get(0));
      assertTrue(
          lines.stream().anyMatch(line -> line.startsWith("strong,Action strong,sale,live,950")));
      assertTrue(lines.stream().anyMatch(line -> line.startsWith("ticket,7,7")));
    }
  }

  @Test
  void aShorterPeriodHasOnlyWhatHappenedInIt() {
    try (Tab tab = works()) {
      tab.find(".segment__item").first().click();
      assertThat(tab.find(".segment__item").first()).hasAttribute("aria-pressed", "true");
      assertThat(tab.find(".block--effects tbody tr")).hasCount(4);
    }
  }

  @Test
  void whatFailsIsSaidAndTriedAgain() {
    try (Tab tab = Tab.of(stage, "sue").networkMayFail()) {
      tab.page().route("**/api/v1/effects**", route -> route.abort());
      tab.page().navigate(stage.shop().url() + "/#/supervisor/works");
      tab.find(".page-bar .wrong button").waitFor();
      tab.page().unroute("**/api/v1/effects**");
      tab.find(".page-bar .wrong button").click();
      assertThat(tab.find(".block--effects tbody tr")).hasCount(4);
    }
  }

  @Test
  void anAdministratorGoesFromTheProposalToTheActionAndAgentsHaveNoSuchPage() {
    try (Tab tab = Tab.of(stage, "root")) {
      tab.page().navigate(stage.shop().url() + "/#/supervisor/works");
      row(tab, "bad").locator("button").click();
      tab.sees("h1", "Action bad");
    }
    Readability.isNotOnTheMenu(stage, "mia", "What works");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "en"})
  void everybodyCanReadItOnAnyScreen(String locale) {
    Readability.onEachScreen(stage, "sue", locale, tab -> {
      tab.page().navigate(stage.shop().url() + "/#/supervisor/works");
      tab.find(".block--effects tbody tr").first().waitFor();
    });
  }
}
