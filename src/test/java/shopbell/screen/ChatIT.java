package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.Event;

/** The thread of a chat while it is active. */
class ChatIT {
  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open(Map.of("locale", "en"), "kim", "leo", "mona", "nina");
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  private static void message(String chat, String id, Map<String, Object> more) {
    Event event = Event.step("message", chat).with("messageId", id).at(stage.now());
    for (Map.Entry<String, Object> entry : more.entrySet()) {
      event = event.with(entry.getKey(), entry.getValue());
    }
    stage.shop().tell(event);
  }

  @Test
  void aMessageThatItsSenderEditsOrDeletesChanges() {
    try (Tab tab = Tab.of(stage, "kim")) {
      stage.chat("k1", ScreenPeople.FLOWER, "kim");
      message("k1", "a", Map.of("text", "Order 4711"));
      message("k1", "b", Map.of("text", "Nonsense"));
      tab.sees(".thread__lines", "Nonsense");
      message("k1", "a", Map.of("text", "Order 4712", "edited", true));
      message("k1", "b", Map.of("deleted", true));
      tab.sees(".thread__lines", "Order 4712");
      tab.sees(".thread__lines", "edited at");
      tab.sees(".message--deleted", "Message deleted");
      tab.sees(".message--deleted", "deleted by the sender at");
      assertThat(tab.find(".message")).hasCount(2);
      assertThat(tab.text("Nonsense")).hasCount(0);
    }
  }

  @Test
  void anAgentWhoReadsOlderMessagesStaysThereAndJumpsByAKey() {
    try (Tab tab = Tab.of(stage, "leo")) {
      stage.chat("l1", ScreenPeople.RETO, "leo");
      for (int i = 0; i < 30; i++) {
        message("l1", "m" + i, Map.of("text", "Line " + i + "\nof two"));
      }
      tab.sees(".thread__lines", "Line 29");
      tab.script("document.querySelector('.thread__list').scrollTop = 0");
      for (int i = 30; i < 33; i++) {
        message("l1", "m" + i, Map.of("text", "Line " + i));
      }
      tab.sees(".thread__jump", "3 new");
      assertEquals(0, tab.script("document.querySelector('.thread__list').scrollTop"));
      message("l1", "m3", Map.of("text", "Edited further up", "edited", true));
      tab.sees(".thread__lines", "Edited further up");
      tab.sees(".thread__jump", "3 new");
      tab.find(".thread__jump").focus();
      tab.press("Enter");
      assertThat(tab.find(".thread__jump")).hasCount(0);
      assertThat(tab.text("Line 32")).isInViewport();
      assertEquals(true, tab.script("document.activeElement.classList.contains('thread__list')"));
      message("l1", "m33", Map.of("text", "The last one"));
      assertThat(tab.text("The last one")).isInViewport();
      assertThat(tab.find(".thread__jump")).hasCount(0);
    }
  }

  @Test
  void olderMessagesAndTheRestOfLongOnesComeWhenTheyAreAskedFor() {
    stage.chat("p1", ScreenPeople.RETO, "nina");
    for (int i = 0; i < 25; i++) {
      message("p1", "q" + i, Map.of("text", "Line " + i + " " + "and so on ".repeat(80) + "end"));
    }
    try (Tab tab = Tab.of(stage, "nina")) {
      tab.sees(".thread__lines", "Line 24");
      assertThat(tab.find(".message")).hasCount(20);
      assertThat(tab.find(".thread__older")).hasText("Show the whole chat (5 older)");
      message("p1", "q25", Map.of("text", "One more"));
      tab.sees(".thread__lines", "One more");
      assertThat(tab.find(".message")).hasCount(21);
      tab.find(".thread__older").click();
      assertThat(tab.find(".message")).hasCount(26);
      assertThat(tab.find(".thread__older")).hasCount(0);
      tab.sees(".message:first-child", "Line 0 and so on");
      tab.sees(".message:first-child", "end");
      stage.answer("p1", "nina");
      tab.sees(".call-bar", "In chat");
      assertThat(tab.find(".message")).hasCount(26);
      tab.sees(".message:nth-child(10)", "end");
      message("p1", "q0", Map.of("text", "Taken back: nothing", "edited", true));
      tab.sees(".message:first-child", "Taken back");
    }
    stage.end("p1");
  }

  @Test
  void theNoticeOfALostLineLiesOnNoMessage() {
    try (Tab tab = Tab.of(stage, "mona").networkMayFail()) {
      stage.chat("o1", ScreenPeople.FLOWER, "mona");
      for (int i = 0; i < 30; i++) {
        message("o1", "n" + i, Map.of("text", "Line " + i));
      }
      tab.sees(".thread__lines", "Line 29");
      tab.page().context().setOffline(true);
      tab.sees(".line-notice", "No connection since");
      for (int[] size : new int[][] {{1280, 720}, {1280, 600}, {900, 700}, {360, 740}}) {
        tab.page().setViewportSize(size[0], size[1]);
        assertTrue(
            (Boolean) tab.script(
                "(() => { const a = document.querySelector('.line-notice').getBoundingClientRect();"
                    + " const b = document.querySelector('.contact').getBoundingClientRect();"
                    + " return a.top >= b.bottom - 1 || a.bottom <= b.top + 1 })()"),
            size[0] + "x" + size[1]);
      }
    }
  }
}
