package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import shopbell.Event;

/** Visits every screen, in the order an agent meets them; {@code lena} is the agent. */
final class Tour {
  private static final List<String> CHAT = List.of(
      "customer: Guten Tag, wo bleiben meine Regale?",
      "agent: Guten Tag, Herr Bärtschi. Ich sehe nach, einen Moment.",
      "customer: Das habe ich am Donnerstag schon erklärt 😕 Die Zollgebühr ist bezahlt.",
      "customer: Am Samstag ist die Wohnungsübergabe. Bis dann müssen die Regale stehen.");

  private final Stage stage;
  private final Tab tab;
  private final Consumer<String> look;

  /** {@code look} is called with the name of each screen when it is there. */
  Tour(Stage stage, Tab tab, Consumer<String> look) {
    this.stage = stage;
    this.tab = tab;
    this.look = look;
  }

  void walk() {
    assertThat(tab.find("h1")).isVisible();
    look.accept("sign-in");
    tab.signIn("lena");
    look.accept("calm");
    ringing();
    over();
    wrapUp();
    choosing();
    company();
    chat();
    left();
  }

  private void ringing() {
    stage.ring("t1", ScreenPeople.CIGDEM, "lena");
    tab.sees("h1", "Çiğdem");
    look.accept("ringing");
  }

  private void over() {
    tab.press("/");
    tab.type("Yildirm");
    assertThat(tab.find(".hit")).hasCount(2);
    look.accept("palette");
    tab.find(".hit").last().click();
    tab.find(".contact--page").waitFor();
    look.accept("customer");
    tab.press("Escape");
    tab.press("?");
    tab.find("[role=dialog]").waitFor();
    look.accept("keys");
    tab.press("Escape");
  }

  private void wrapUp() {
    stage.answer("t1", "lena");
    tab.find(".call-bar--active").waitFor();
    tab.press("p");
    tab.find(".promise-form").waitFor();
    look.accept("promise");
    tab.press("Escape");
    stage.end("t1");
    tab.find(".call-bar--wrap-up").waitFor();
    look.accept("wrap-up");
  }

  private void choosing() {
    next("t2", ScreenPeople.PRACTICE, 2);
    tab.find(".candidate").first().waitFor();
    look.accept("ambiguous");
    next("t3", ScreenPeople.STRANGER, 3);
    tab.find(".pill--unknown").waitFor();
    look.accept("unknown");
    tab.press("Alt+1");
    tab.press("f");
    tab.find(".keep-it").waitFor();
    look.accept("relink");
    tab.find(".keep-it .button").click();
  }

  private void company() {
    next("t4", ScreenPeople.BUYER, 4);
    tab.sees("h1", "Zürcher");
    look.accept("company");
  }

  private void chat() {
    stage.chat("t5", ScreenPeople.RETO, "lena");
    CHAT.forEach(line -> stage.line("t5", line));
    contacts(5);
    tab.press("Alt+5");
    assertThat(tab.find(".message")).hasCount(CHAT.size());
    look.accept("chat");
  }

  private void left() {
    stage.shop().tell(Event.ended("t2", "abandoned"));
    contacts(4);
    tab.find("button.brand").click();
    tab.sees(".calm__blocks", "731");
    look.accept("left");
  }

  private void next(String id, String number, int place) {
    stage.ring(id, number, "lena");
    contacts(place);
    tab.press("Alt+" + place);
  }

  /** Waits for so many interactions, including those in the counter of hidden tabs. */
  private void contacts(int count) {
    tab.page()
        .waitForFunction(
            "n => document.querySelectorAll('.tab').length"
                + " + Number([...(document.querySelector('.tabs-more')?.childNodes ?? [])]"
                + ".find(node => node.nodeType === 3)?.textContent ?? 0) === n",
            count);
  }
}
