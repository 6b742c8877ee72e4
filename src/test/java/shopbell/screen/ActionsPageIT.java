package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.model.Role;

/** An administrator writes next best actions and tries them, in a real browser against the real server. */
class ActionsPageIT {
  private static final String YAML = """
      name: %s
      kind: information
      title: {de: "%s", en: "%s"}
      because: {de: Weil, en: Because}
      eligible: |-
        %s
      """;

  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open(Map.of("locale", "en"), "lena", "ada", "ben", "cleo");
    stage.shop().hire("adam", Role.ADMIN, List.of()).hire("sue", Role.SUPERVISOR, List.of());
    new ScreenPeople(stage, true).enter();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  private static Tab actions() {
    return at(Tab.of(stage, "adam"));
  }

  private static Tab at(Tab tab) {
    tab.find(".menu__me").click();
    tab.find(".menu__row").filter(having("Actions: what")).click();
    tab.find(".action-library__item").first().waitFor();
    return tab;
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static String root() {
    return stage.shop().signIn("adam");
  }

  private static void create(String name, String rule) {
    stage
        .shop()
        .call("POST", "/api/v1/actions")
        .cookie(root())
        .json(Map.of("yaml", YAML.formatted(name, name, name, rule), "change", "first"))
        .send()
        .expect(201);
  }

  private static JsonNode kept(String name) {
    return stage
        .shop()
        .call("GET", "/api/v1/actions/" + name)
        .cookie(root())
        .send()
        .expect(200)
        .json();
  }

  private static void choose(Tab tab, String name) {
    tab.find(".action-library__item").filter(having(name)).click();
    tab.sees("h1", name);
  }

  private static void test(Tab tab, String customer) {
    tab.find("#find").fill(customer);
    tab.find(".block--tester .hit").first().waitFor();
    tab.find("#find").press("Enter");
    tab.find(".tester__verdict").waitFor();
  }

  @Test
  void anActionIsWrittenByKeyboardTriedOn90DaysAndPutLive() {
    try (Tab tab = actions()) {
      tab.press("n");
      tab.sees("h1", "New action");
      tab.find("input[name=name]").fill("service-plan");
      tab.find("select[name=kind]").selectOption("sale");
      tab.find("input[name='title.de']").fill("Wartung anbieten");
      tab.find("input[name='title.en']").fill("Offer a service plan");
      tab.find("input[name='because.de']").fill("Hat bestellt");
      tab.find("input[name='because.en']").fill("Has ordered");
      tab.find("#rule-eligible").fill("value.orders > 0");
      tab.find("input[name=value]").fill("89,50");
      tab.find("input[name=unit]").fill("EUR");
      tab.find("select[name='success.kind']").selectOption("order");
      tab.find("input[name='success.within']").fill("30");
      tab.press("Control+s");
      tab.sees(".stages__item[aria-current]", "Draft v1");
      JsonNode action = kept("service-plan").at("/versions/0/action");
      assertEquals("P30D", action.at("/success/within").asText());
      assertEquals(89.5, action.at("/value/amount").asDouble());
      tab.find(".block__title").first().click();
      tab.press("r");
      tab.find(".rehearsal").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
      tab.find(".block--rehearsal .button--primary").click();
      tab.find(".stages__item[aria-current]")
          .filter(having("Live v1"))
          .waitFor(new Locator.WaitForOptions().setTimeout(30_000));
      assertEquals(1, kept("service-plan").path("live").asInt());
    }
  }

  @Test
  void aRuleThatDoesNotParseIsMarkedWhereItIsWrongAndTheOldOneStays() {
    create("broken-rule", "value.orders > 0");
    try (Tab tab = actions().networkMayFail()) {
      choose(tab, "broken-rule");
      tab.find("#rule-eligible").fill("value.orders > 0\nand (value.orders <");
      tab.press("Control+s");
      tab.sees(".action-wrong", "still applies");
      tab.sees("#wrong-eligible", "Line 2");
      assertThat(tab.find(".rule__code--wrong .editor__mark")).hasCount(1);
      assertEquals(1, kept("broken-rule").path("versions").size());
      tab.find("#wrong-eligible button").click();
      assertThat(tab.find("#rule-eligible")).isFocused();
      tab.find("#rule-eligible").fill("value.orders > 1");
      tab.press("Control+s");
      tab.sees(".stages__item[aria-current]", "Draft v2");
    }
  }

  @Test
  void theTesterShowsEveryConditionOfARealCustomerAndTheFirstNo() {
    create("tested", "customer.kind = 'person' and value.orders > 1000");
    try (Tab tab = actions()) {
      choose(tab, "tested");
      tab.find(".block__title").first().click();
      tab.press("f");
      assertThat(tab.find("#find")).isFocused();
      test(tab, "Çiğdem");
      tab.sees(".tester__verdict", "No, not now");
      tab.sees(".tester__verdict", "value.orders > 1000");
      assertThat(tab.find(".tester__item")).hasCount(2);
      tab.find("#rule-eligible").fill("customer.kind = 'person'");
      tab.sees(".block--tester", "changed since");
      tab.find(".tester__who button").click();
      tab.sees(".tester__verdict", "Yes");
      assertEquals(1, kept("tested").path("versions").size());
    }
  }

  @Test
  void aBuiltInActionIsReadOnlyUntilAnOwnVersionIsWritten() {
    try (Tab tab = actions()) {
      choose(tab, "Offer something that fits");
      tab.sees(".file-owned", "built in");
      assertThat(tab.find("#rule-eligible")).not().isEditable();
      tab.find(".file-owned button").click();
      tab.find("input[name='title.en']").fill("Offer something for the kitchen");
      tab.press("Control+s");
      tab.sees(".stages__item[aria-current]", "Draft v1");
      tab.sees(".action-library", "Offer something for the kitchen");
    }
  }

  @Test
  void versionsAreComparedTakenAgainAndKeptAsFiles() throws IOException {
    create("versioned", "value.orders > 3");
    try (Tab tab = actions()) {
      choose(tab, "versioned");
      tab.find("#rule-eligible").fill("value.orders > 4");
      tab.find("#action-change").fill("four instead of three");
      tab.press("Control+s");
      tab.sees(".versions", "four instead of three");
      tab.find(".block__title").first().click();
      tab.press("d");
      tab.sees(".comparison del", "value.orders > 3");
      tab.sees(".comparison ins", "value.orders > 4");
      Locator first = tab.find(".versions__item").last();
      Download file = tab.page()
          .waitForDownload(() -> first.locator("button").filter(having("YAML")).click());
      String yaml = Files.readString(file.path());
      assertTrue(yaml.contains("value.orders > 3"), yaml);
      first.locator("button").filter(having("Use again")).click();
      tab.sees(".stages__item[aria-current]", "Draft v3");
      tab.find("input[type=file]")
          .setInputFiles(new FilePayload(
              "versioned.yaml",
              "application/yaml",
              yaml.replace("> 3", "> 7").getBytes(StandardCharsets.UTF_8)));
      tab.sees(".stages__item[aria-current]", "Draft v4");
      assertThat(tab.find("#rule-eligible")).hasValue("value.orders > 7");
    }
  }

  @Test
  void whatIsRetiredGoesAfterASecondLookAndCanBeADraftAgain() {
    create("retired", "value.orders > 3");
    try (Tab tab = actions()) {
      choose(tab, "retired");
      tab.find("button").filter(having(Pattern.compile("^Retire …"))).click();
      tab.sees(".retire", "versions and its effect stay");
      tab.find(".retire .button--danger").click();
      tab.sees(".stages__item[aria-current]", "Retired v1");
      tab.find("button").filter(having("Draft again")).click();
      tab.sees(".stages__item[aria-current]", "Draft v1");
    }
  }

  private static Locator.FilterOptions having(Pattern text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @Test
  void whatFailsIsSaidAndTriedAgain() {
    try (Tab tab = Tab.of(stage, "adam").networkMayFail()) {
      tab.page().route("**/api/v1/actions", route -> route.abort());
      tab.page().navigate(stage.shop().url() + "/#/admin/actions");
      tab.find(".page-bar .wrong, .page-bar [role=alert]").first().waitFor();
      tab.page().unroute("**/api/v1/actions");
      tab.find(".page-bar button").last().click();
      assertThat(tab.find(".action-library__item").first()).isVisible();
    }
  }

  @Test
  void supervisorsAndAgentsHaveNoSuchPage() {
    for (String name : List.of("sue", "lena")) {
      Readability.isNotOnTheMenu(stage, name, "what to do when");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "en"})
  void everybodyCanReadItOnAnyScreen(String locale) {
    Readability.onEachScreen(stage, "adam", locale, tab -> {
      tab.page().navigate(stage.shop().url() + "/#/admin/actions");
      tab.find(".action-library__item").first().click();
      tab.find("#rule-eligible").waitFor();
      test(tab, "Çiğdem");
    });
  }
}
