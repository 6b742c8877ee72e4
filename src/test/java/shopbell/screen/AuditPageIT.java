package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.Call;
import shopbell.RunningShop;
import shopbell.model.Role;

/** An administrator reads and exports the audit log, in a real browser against the real server. */
class AuditPageIT {
  @TempDir
  private static Path folder;

  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open(Map.of("locale", "en", "connectors.folder", folder + ""), "mia");
    stage.shop().hire("root", Role.ADMIN, List.of()).hire("sue", Role.SUPERVISOR, List.of());
    String root = stage.shop().signIn("root");
    user(root, Map.of("name", "dora", "role", "agent", "queues", List.of("Service")));
    user(root, Map.of("name", "dora", "role", "supervisor", "queues", List.of("Service")));
    call("PUT", "/connectors/acme")
        .cookie(root)
        .json(Map.of("text", file("one")))
        .send();
    call("PUT", "/connectors/acme")
        .cookie(root)
        .json(Map.of("text", file("two")))
        .send();
    call("POST", "/session")
        .json(Map.of("name", "mia", "password", "a wrong one"))
        .send();
    for (int i = 0; i < 60; i++) {
      call("POST", "/keys")
          .cookie(root)
          .json(Map.of("name", "sender " + i, "scope", "in"))
          .send()
          .expect(201);
    }
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  private static Call call(String method, String path) {
    return stage.shop().call(method, "/api/v1" + path);
  }

  private static void user(String root, Map<String, Object> account) {
    call("POST", "/users")
        .cookie(root)
        .header("If-Match", "*")
        .json(account)
        .send()
        .expect(201);
  }

  private static String file(String queue) {
    return "name: acme\ndoor:\n  map: |\n    {\n      \"type\": \"shopbell.interaction.queued\",\n"
        + "      \"data\": {\"interaction\": body.id, \"queue\": \"" + queue + "\"}\n    }\n";
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Tab audit(Tab tab) {
    tab.find(".menu__me").click();
    tab.find(".menu__row").filter(having("log: who")).click();
    tab.sees("h1", "Audit log");
    tab.find(".audit__entry").first().waitFor();
    return tab;
  }

  private static Locator entries(Tab tab) {
    return tab.find(".audit__entry");
  }

  @Test
  void theNewestStandFirstAndOlderOnesAreAButtonAway() {
    try (Tab tab = audit(Tab.of(stage, "root"))) {
      assertThat(entries(tab).first()).containsText("Signed in");
      assertThat(entries(tab)).hasCount(50);
      tab.find(".audit__more button").click();
      tab.sees(".audit__more", "nothing older");
      assertTrue(entries(tab).count() > 60);
    }
  }

  @Test
  void whatWasBeforeAndAfterIsReadFieldByFieldAndLineByLine() {
    try (Tab tab = audit(Tab.of(stage, "root"))) {
      tab.find("input[name=subject]").fill("dora");
      tab.press("Enter");
      assertThat(entries(tab)).hasCount(2);
      assertThat(entries(tab).first().locator("dl")).hasText("Roleagent → supervisor");
      tab.find("input[name=subject]").fill("acme");
      tab.press("Enter");
      assertThat(entries(tab).first().locator(".audit__lines del")).containsText("\"one\"");
      assertThat(entries(tab).first().locator(".audit__lines ins")).containsText("\"two\"");
    }
  }

  @Test
  void theChoiceIsMadeByKeyboardByTheEntriesThemselvesAndTakenBack() {
    try (Tab tab = audit(Tab.of(stage, "root"))) {
      tab.find("select[name=kind]").selectOption("sign-in-refused");
      assertThat(entries(tab)).hasCount(1);
      tab.find("select[name=kind]").selectOption("");
      assertThat(entries(tab)).hasCount(50);
      tab.find(".audit__only").filter(having("sender 59")).focus();
      tab.press("Enter");
      assertThat(entries(tab)).hasCount(1);
      assertThat(tab.find("input[name=subject]")).hasValue("sender 59");
      tab.find("input[name=from]").fill("2001-01-01");
      tab.find("input[name=to]").fill("2001-12-31");
      tab.find("input[name=to]").blur();
      tab.sees(".empty", "No entry fits");
      tab.find(".empty button").click();
      assertThat(entries(tab)).hasCount(50);
      tab.press("Escape");
      assertThat(tab.find(".contact--audit")).hasCount(0);
    }
  }

  @Test
  void itIsSavedAsATableAndThatIsAnEntry() throws IOException {
    try (Tab tab = audit(Tab.of(stage, "root"))) {
      tab.find("input[name=subject]").fill("dora");
      tab.press("Enter");
      assertThat(entries(tab)).hasCount(2);
      Download saved = tab.page()
          .waitForDownload(() -> tab.find(".audit__acts button").last().click());
      assertEquals("audit.csv", saved.suggestedFilename());
      assertEquals(3, Files.readAllLines(saved.path()).size());
      tab.sees(".audit__said", "Saved");
      tab.find(".audit-filter__clear").click();
      assertThat(entries(tab).first()).containsText("Audit log exported");
    }
  }

  @Test
  void afterFiveMinutesThePasswordIsAskedBeforeItIsSaved() {
    try (Tab tab = audit(Tab.of(stage, "root")).networkMayFail()) {
      stage.then(Duration.ofMinutes(-6), () -> {
        tab.find(".audit__acts button").last().click();
        tab.find("input[name=confirm-password]").fill(RunningShop.PASSWORD);
        Download saved = tab.page().waitForDownload(() -> tab.press("Enter"));
        assertEquals("audit.csv", saved.suggestedFilename());
      });
    }
  }

  @Test
  void whatFailsIsSaidAndTriedAgain() {
    try (Tab tab = Tab.of(stage, "root").networkMayFail()) {
      tab.page().route("**/api/v1/audit?**", route -> route.abort());
      tab.find(".menu__me").click();
      tab.find(".menu__row").filter(having("log: who")).click();
      tab.sees(".audit__wrong", "");
      assertThat(tab.find(".audit__wrong .icon")).isVisible();
      tab.page().unroute("**/api/v1/audit?**");
      tab.find(".audit__acts button").first().click();
      assertThat(entries(tab).first()).isVisible();
    }
  }

  @Test
  void supervisorsAndAgentsHaveNoSuchPage() {
    for (String name : List.of("sue", "mia")) {
      Readability.isNotOnTheMenu(stage, name, "Audit log");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "en"})
  void everybodyCanReadItOnAnyScreen(String locale) {
    Readability.onEachScreen(stage, "root", locale, tab -> {
      tab.find(".menu__me").click();
      tab.find(".menu__row").filter(having(": w")).last().click();
      entries(tab).first().waitFor();
    });
  }
}
