package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.Event;
import shopbell.Waiting;

/** An agent's work at the screen, in a real browser against the real server. */
class DeskScreenIT {
  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open(
        Map.of("locale", "en"),
        "lena",
        "ada",
        "ben",
        "cleo",
        "dora",
        "emil",
        "finn",
        "gitta",
        "hugo",
        "ida",
        "jo");
    new ScreenPeople(stage, true).enter();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void whoRingsIsOnTheScreenWithinASecondAndTheServerHearsOfIt() {
    try (Tab tab = Tab.of(stage, "ada")) {
      double painted = painted();
      stage.ring("a1", ScreenPeople.CIGDEM, "ada");
      assertThat(tab.find("h1"))
          .hasText(
              "Dr. Çiğdem Yıldırım",
              new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions()
                  .setTimeout(1_000));
      tab.sees(".reason--top", "Promise not kept");
      tab.sees(".pill--known", "phone number");
      tab.sees(".pill--unverified", "Not verified");
      tab.sees(".call-bar", "Ringing");
      assertEquals("Ringing: Dr. Çiğdem Yıldırım", tab.page().title());
      Waiting.until("the browser says painted", () -> painted() > painted);
    }
  }

  private static double painted() {
    return stage
        .shop()
        .operator("/metrics")
        .send()
        .text()
        .lines()
        .filter(line -> line.startsWith("shopbell_arrival_painted_seconds_count"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  @Test
  void oneKeyChoosesACandidate() {
    try (Tab tab = Tab.of(stage, "ben")) {
      stage.ring("b1", ScreenPeople.PRACTICE, "ben");
      tab.sees("h1", "One of 3 people");
      tab.sees(".candidate--first", "Sibel Özdemir-Krähenbühl");
      tab.press("1");
      tab.sees("h1", "Sibel Özdemir-Krähenbühl");
      tab.sees(".pill--known", "chosen by hand");
      tab.sees(".pill--unverified", "Not verified");
    }
  }

  @Test
  void aWrongChoiceIsMadeAnewByKeysAlone() {
    try (Tab tab = Tab.of(stage, "cleo")) {
      stage.ring("c1", ScreenPeople.RETO, "cleo");
      tab.sees("h1", "Reto Bärtschi-Zgraggen");
      tab.press("f");
      tab.sees(".keep-it", "Linked to Reto Bärtschi-Zgraggen");
      tab.type("Gößwin");
      tab.find(".column--choose .hit")
          .filter(new Locator.FilterOptions().setHasText("Jörg Gößwein"))
          .focus();
      tab.press("Enter");
      tab.sees("h1", "Jörg Gößwein");
    }
  }

  @Test
  void aStrangerIsMadeACustomerInPlaceAndKnownTheNextTime() {
    try (Tab tab = Tab.of(stage, "dora")) {
      stage.ring("d1", "+41795559001", "dora");
      tab.sees(".pill--unknown", "Unknown");
      tab.find("input[name=create-name]").fill("Ursina Schläpfer");
      tab.press("Enter");
      tab.sees("h1", "Ursina Schläpfer");
      stage.ring("d2", "+41795559001", "dora");
      assertThat(tab.find(".tab")).hasCount(2);
      tab.press("Alt+2");
      tab.sees("h1", "Ursina Schläpfer");
      tab.sees(".call-bar", "Ringing");
    }
  }

  @Test
  void aNoteIsKeptByTheServerAndSurvivesAReload() {
    try (Tab tab = Tab.of(stage, "emil")) {
      Event call = stage.ring("e1", ScreenPeople.FLOWER, "emil");
      tab.sees("h1", ScreenPeople.FLOWER_NAME);
      tab.press("n");
      tab.type("Wants the 260 cm curtain");
      tab.sees(".note__saved", "saved");
      tab.page().reload();
      assertThat(tab.find("#note")).hasValue("Wants the 260 cm curtain");
      stage.answer("e1", "emil");
      stage.end("e1");
      tab.find("input[value=resolved]").check();
      tab.press("Control+Enter");
      tab.sees("h1", "No contact");
      tab.sees(".calm__blocks", ScreenPeople.FLOWER_NAME);
      stage.ring("e2", ScreenPeople.FLOWER, "emil");
      tab.sees(".contact-row__note", "Wants the 260 cm curtain");
      assertEquals(
          0,
          tab.script("Object.keys(localStorage).filter(k => k.includes('" + call.interaction()
              + "')).length"));
    }
  }

  @Test
  void typedTextStaysWithItsContact() {
    try (Tab tab = Tab.of(stage, "finn")) {
      stage.ring("f1", ScreenPeople.RETO, "finn");
      tab.sees("h1", "Reto");
      stage.ring("f2", "+41795559002", "finn");
      assertThat(tab.find(".tab")).hasCount(2);
      tab.press("Alt+1");
      tab.press("p");
      tab.type("Call back");
      tab.press("Alt+2");
      tab.find("#find").fill("Schläpf");
      tab.press("Alt+1");
      assertThat(tab.find("input[name=promise]")).hasValue("Call back");
      tab.page().reload();
      assertThat(tab.find(".tab")).hasCount(2);
      tab.press("Alt+2");
      assertThat(tab.find("#find")).hasValue("Schläpf");
      tab.press("Alt+1");
      assertThat(tab.find("input[name=promise]")).hasValue("Call back");
    }
  }

  @Test
  void aPromiseIsWrittenDownAndKept() {
    try (Tab tab = Tab.of(stage, "gitta")) {
      stage.ring("g1", ScreenPeople.BUYER, "gitta");
      tab.sees("h1", "Zürcher Werkbank");
      tab.press("p");
      tab.type("Send the corrected invoice");
      tab.press("Enter");
      tab.sees(".promise--open", "Send the corrected invoice");
      tab.find(".promise--open .rows__act").click();
      tab.sees(".promise--kept", "Send the corrected invoice");
    }
  }

  @Test
  void messagesArriveWhileTheyAreRead() {
    try (Tab tab = Tab.of(stage, "hugo")) {
      stage.chat("h1", ScreenPeople.RETO, "hugo");
      stage.line("h1", "customer: Where are my shelves?");
      tab.sees(".message--customer", "Where are my shelves?");
      stage.ring("h2", ScreenPeople.ARABIC, "hugo");
      assertThat(tab.find(".tab")).hasCount(2);
      tab.press("Alt+2");
      stage.line("h1", "customer: Hello?");
      tab.sees(".tab__news", "1");
      tab.press("Alt+1");
      tab.sees(".message__news", "One new message");
      assertThat(tab.find(".tab__news")).hasCount(0);
    }
  }

  @Test
  void anUpdateNeitherMovesNorTakesAnything() {
    try (Tab tab = Tab.of(stage, "ida")) {
      stage.ring("i1", ScreenPeople.CIGDEM, "ida");
      tab.sees("h1", "Dr. Çiğdem Yıldırım");
      tab.press("n");
      tab.type("Half a sent");
      tab.script("document.querySelector('.column--story').scrollTop = 200");
      tab.script("document.querySelector('#note').setSelectionRange(4, 4)");
      stage.answer("i1", "ida");
      tab.sees(".call-bar", "Talking");
      assertEquals("note", tab.script("document.activeElement.id"));
      assertEquals(4, tab.script("document.activeElement.selectionStart"));
      assertEquals("Half a sent", tab.find("#note").inputValue());
      assertEquals(
          200, tab.script("Math.round(document.querySelector('.column--story').scrollTop)"));
    }
  }

  @Test
  void everythingIsReachedByKeys() {
    try (Tab tab = Tab.of(stage, "jo")) {
      tab.press("?");
      tab.sees("[role=dialog]", "Write the note");
      tab.press("Escape");
      tab.press("Control+k");
      tab.type("Yildirm");
      assertThat(tab.find(".hit")).hasCount(2);
      tab.press("ArrowDown");
      tab.press("Enter");
      tab.sees("h1", "Yıldırım");
      tab.press("Escape");
      tab.sees("h1", "No contact");
      stage.ring("j1", ScreenPeople.FLOWER, "jo");
      tab.sees("h1", ScreenPeople.FLOWER_NAME);
      tab.press("w");
      tab.find("input[value=callback]").focus();
      tab.press("Space");
      tab.press("n");
      tab.type("Calls back tomorrow");
      tab.press("Control+Enter");
      assertThat(tab.find(".tab")).hasCount(0);
    }
  }
}
