package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.DeskClient;
import shopbell.RunningShop;
import shopbell.Waiting;
import shopbell.model.Role;

/** The user's own account page, from the menu, in a real browser against the real server. */
class AccountPageIT {
  private static final String NEXT = "eleven quiet harbours";
  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open(Map.of("locale", "en"), "lena", "ada", "ben", "cleo");
    stage.shop().hire("sue", Role.SUPERVISOR, List.of()).hire("root", Role.ADMIN, List.of());
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  private static void account(Tab tab) {
    tab.find(".menu__me").click();
    tab.find(".menu__row >> text=/^(My account|Mein Konto)$/").click();
    tab.find(".block--sessions .rows__item").first().waitFor();
  }

  private static void change(Tab tab, String current, String next) {
    tab.find("input[name=account-current]").fill(current);
    tab.find("input[name=account-password]").fill(next);
    tab.press("Enter");
  }

  @Test
  void thePasswordIsChangedAndOtherBrowsersAreSignedOut() {
    try (Tab tab = Tab.of(stage, "ada");
        DeskClient other = stage.shop().seat("ada")) {
      account(tab);
      assertThat(tab.find(".block--sessions .rows__item")).hasCount(2);
      change(tab, RunningShop.PASSWORD, NEXT);
      tab.sees(".account__said", "Your password is changed.");
      assertEquals(1008, other.closedWith());
      assertThat(tab.find(".block--sessions .rows__item")).hasCount(1);
      tab.sees(".block--sessions", "This browser");
    }
    stage
        .shop()
        .call("POST", "/api/v1/session")
        .json(Map.of("name", "ada", "password", NEXT))
        .send()
        .expect(200);
  }

  @Test
  void theFaultOfAPasswordIsShownAtItsField() {
    try (Tab tab = Tab.of(stage, "ben").networkMayFail()) {
      account(tab);
      change(tab, "not the password", NEXT);
      tab.sees(".block--password .wrong", "The current password is wrong.");
      change(tab, RunningShop.PASSWORD, "Password2026!");
      tab.sees(".block--password .wrong", "too easy to guess");
      tab.find(".block--password input[type=checkbox]").check();
      assertThat(tab.find("input[name=account-password]")).hasAttribute("type", "text");
    }
  }

  @Test
  void signingOutEverywhereLeadsToTheSignIn() {
    try (Tab tab = Tab.of(stage, "cleo");
        DeskClient other = stage.shop().seat("cleo")) {
      account(tab);
      tab.text("Sign out everywhere").click();
      tab.sees(".sign-in__lead", "Sign in to see calls and chats.");
      assertEquals(1008, other.closedWith());
      tab.page().reload();
      tab.sees(".sign-in__lead", "Sign in to see calls and chats.");
    }
  }

  @Test
  void aUserWithAnIdleSessionReadsTheReason() {
    Tab tab = Tab.of(stage, "lena");
    tab.shut();
    Waiting.until(
        "the server knows that the screen is closed",
        () ->
            stage.shop().operator("/metrics").send().text().contains("shopbell_desk_sockets 0.0"));
    stage.then(Duration.ofMinutes(-31), () -> {
      try (Tab later = tab.beside().networkMayFail()) {
        later.sees(".sign-in__lead", "nobody used this browser for a while");
        assertEquals(List.of(), Axe.faults(later));
      }
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"sue", "root"})
  void everyRoleHasItInBothLanguagesWithoutFaults(String name) {
    for (String language : List.of("de", "en")) {
      try (Tab tab = Tab.at(
          stage.shop().url(),
          new Browser.NewContextOptions().setViewportSize(1280, 720).setLocale(language))) {
        tab.find("button[lang=" + language + "]").click();
        tab.signIn(name);
        account(tab);
        for (boolean dark : new boolean[] {false, true}) {
          tab.dark(dark);
          assertEquals(List.of(), Axe.faults(tab), language + (dark ? ", dark" : ", light"));
        }
        tab.page().setViewportSize(360, 740);
        assertEquals(360, tab.script("document.documentElement.scrollWidth"));
      }
    }
  }
}
