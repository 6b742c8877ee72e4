package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopbell.Event;
import shopbell.model.ExternalId;

/** Hints for the talk are entered and removed in place on the card, with the keyboard alone. */
class CuesScreenIT {
  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open(Map.of("locale", "en"), "lena");
    for (String number : List.of("100", "200", "300")) {
      stage.shop().tell(Event.customer(number, "Mia Falk", "+4922147" + number));
    }
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  private static Tab page(String number, String locale, int width, int height) {
    Tab tab =
        Tab.at(stage.shop().url(), new Browser.NewContextOptions().setViewportSize(width, height));
    tab.find("button[lang=" + locale + "]").click();
    tab.signIn("lena");
    tab.page()
        .navigate(stage.shop().url() + "/#/customers/" + new ExternalId("crm", number).uuid());
    assertThat(tab.find(".who__name")).containsText("Mia Falk");
    return tab;
  }

  private static void note(Tab tab, String kind, String text) {
    tab.find("#cue-open").focus();
    tab.press("Enter");
    tab.find("select[name=cue-kind]").selectOption(kind);
    tab.press("Tab");
    tab.type(text);
    tab.find("input[name=cue-consent]").focus();
    tab.press("Space");
    tab.press("Enter");
  }

  @Test
  void anAgentNotesAHintAndRemovesItInPlace() {
    try (Tab tab = page("100", "en", 1280, 720)) {
      note(tab, "preferredTime", "after 14:00");
      tab.sees(".block--cues", "Best time: after 14:00");
      tab.sees(".block--cues", "by lena, with consent");
      tab.sees(".who__facts", "prefers after 14:00");
      tab.find(".block--cues [aria-label='Remove Best time']").focus();
      tab.press("Enter");
      assertThat(tab.find(".block--cues .rows__item")).hasCount(0);
      assertThat(tab.find(".who__facts")).not().containsText("prefers");
    }
  }

  @Test
  void aRefusedHintSaysWhy() {
    try (Tab tab = page("200", "en", 1280, 720)) {
      tab.networkMayFail();
      note(tab, "recommended", "is very ill");
      tab.sees(".cue-form [role=alert]", "we may not note anything about health");
    }
  }

  @ParameterizedTest
  @CsvSource({"de,1280,720", "en,1280,600", "de,400,800"})
  void theOpenFormIsFreeOfFaults(String locale, int width, int height) {
    try (Tab tab = page("300", locale, width, height)) {
      note(tab, "address", "Frau Falk");
      tab.sees(".block--cues", "Frau Falk");
      tab.find("#cue-open").click();
      for (boolean dark : new boolean[] {false, true}) {
        tab.dark(dark);
        assertEquals(List.of(), Axe.faults(tab), locale + width + dark);
      }
    }
  }
}
