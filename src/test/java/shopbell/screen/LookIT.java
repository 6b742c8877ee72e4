package shopbell.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The look of every screen: with a screen reader, in both languages, by day and night, and on a phone. */
class LookIT {
  private static final int MOST_FIRST_BYTES = 150 * 1024;
  /**
   * Every text of ours that can be read or heard; texts of the server and of customers in their own language are
   * marked.
   */
  private static final String TEXTS = """
      (() => {
        const texts = []
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        while (walk.nextNode())
          if (walk.currentNode.parentElement.closest('[lang], [dir]') === document.documentElement) texts.push(walk.currentNode.data.trim())
        for (const e of document.querySelectorAll('[aria-label], [title], [placeholder]'))
          texts.push(e.ariaLabel, e.title, e.placeholder)
        return texts.filter(Boolean)
      })()
      """;

  private static final String RAW_KEYS =
      TEXTS.strip() + ".filter(text => /^[a-z-]+(\\.[a-z-]+)+$/.test(text))";

  private static final String SIDEWAYS = """
      [...document.querySelectorAll('body *')]
        .filter(e => !e.closest('.tabs, svg') && e.getBoundingClientRect().right > innerWidth + 1)
        .map(e => e.className)
      """;

  @ParameterizedTest
  @ValueSource(strings = {"de", "en"})
  void everyScreenIsFreeOfFaults(String locale) {
    try (Stage stage = Stage.open(Map.of("locale", locale), "lena");
        Tab tab = Tab.at(
            stage.shop().url(),
            new Browser.NewContextOptions().setViewportSize(1280, 720).setLocale(locale))) {
      new ScreenPeople(stage, locale.equals("en")).enter();
      new Tour(stage, tab, screen -> {
            for (boolean dark : new boolean[] {false, true}) {
              tab.dark(dark);
              assertEquals(List.of(), Axe.faults(tab), screen + (dark ? ", dark" : ", light"));
            }
            tab.dark(false);
            assertEquals(List.of(), tab.script(RAW_KEYS), screen);
          })
          .walk();
    }
  }

  @Test
  void aPhoneShowsEveryScreenWithoutScrollingSideways() {
    try (Stage stage = Stage.open(Map.of("locale", "de"), "lena");
        Tab tab =
            Tab.at(stage.shop().url(), new Browser.NewContextOptions().setViewportSize(360, 740))) {
      new ScreenPeople(stage, false).enter();
      new Tour(stage, tab, screen -> {
            assertEquals(List.of(), tab.script(SIDEWAYS), screen);
            assertEquals(360, tab.script("document.documentElement.scrollWidth"), screen);
          })
          .walk();
    }
  }

  @Test
  void theOtherLanguageLeavesNoWordOfTheFirst() {
    try (Stage stage = Stage.open(Map.of("locale", "de"), "lena");
        Tab tab = Tab.at(stage.shop().url())) {
      new ScreenPeople(stage, false).enter();
      tab.find("button[lang=en]").click();
      new Tour(stage, tab, screen -> assertEquals(List.of(), germanIn(tab), screen)).walk();
    }
  }

  private static Object germanIn(Tab tab) {
    return tab.script(
        "Promise.all([import('/words/de.js'), import('/words/en.js')]).then(([de, en]) => {"
            + " const english = new Set(Object.values(en.default));"
            + " const german = new Set(Object.values(de.default).filter(word => !english.has(word)));"
            + " return " + TEXTS.strip()
            + ".filter(text => german.has(text) && text !== 'Deutsch') })");
  }

  @Test
  void noNameIsCut() {
    try (Stage stage = Stage.open(Map.of("locale", "de"), "lena");
        Tab tab = Tab.of(stage, "lena")) {
      new ScreenPeople(stage, false).enter();
      List<String> numbers = List.of(
          ScreenPeople.EIGHTY_NUMBER,
          ScreenPeople.ARABIC,
          ScreenPeople.ONE_LETTER,
          ScreenPeople.FLOWER);
      List<String> names =
          List.of(ScreenPeople.EIGHTY, ScreenPeople.ARABIC_NAME, "Ø", ScreenPeople.FLOWER_NAME);
      for (int i = 0; i < names.size(); i++) {
        stage.ring("name" + i, numbers.get(i), "lena");
        tab.page().setViewportSize(1280, 720);
        tab.find(".tab").nth(i).waitFor();
        tab.press("Alt+" + (i + 1));
        tab.sees("h1", names.get(i));
        for (int width : new int[] {1280, 360}) {
          tab.page().setViewportSize(width, 720);
          assertEquals(
              true,
              tab.script(
                  "(h => h.scrollWidth <= h.clientWidth && h.getBoundingClientRect().right <= innerWidth)(document.querySelector('h1'))"),
              names.get(i) + " at " + width);
        }
      }
    }
  }

  @Test
  void theFirstLoadIsLight() {
    try (Stage stage = Stage.open(Map.of("locale", "en"));
        Tab tab = Tab.at(stage.shop().url(), new Browser.NewContextOptions().setLocale("en"))) {
      tab.sees("h1", "Hello");
      Object bytes = tab.script(
          "document.fonts.ready.then(() => performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))"
              + ".reduce((sum, entry) => sum + entry.encodedBodySize, 0))");
      int sum = ((Number) bytes).intValue();
      assertTrue(sum > 50_000 && sum <= MOST_FIRST_BYTES, sum + " bytes");
    }
  }
}
