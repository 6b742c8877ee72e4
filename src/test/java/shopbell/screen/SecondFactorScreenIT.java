package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.RunningShop;
import shopbell.model.Role;
import shopbell.security.AuthenticatorApp;

/**
 * The second factor on the screen: set up, entered at the sign-in, required by the role; and the password confirmed
 * again.
 */
class SecondFactorScreenIT {
  private static final Duration STEP = Duration.ofSeconds(30);
  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open(Map.of("locale", "en", "session.secondFactor", "admin"), "lena", "ada");
    stage.shop().hire("root", Role.ADMIN, List.of());
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  private static void account(Tab tab) {
    tab.find(".menu__me").click();
    tab.find(".menu__row >> text=My account").click();
  }

  private static void fillIn(Tab tab, String name) {
    tab.find("input[name=name]").fill(name);
    tab.find("input[name=password]").fill(RunningShop.PASSWORD);
    tab.press("Enter");
  }

  /** From the picture to the codes that are written down. */
  private static AuthenticatorApp setUp(Tab tab) {
    tab.text("Set up").click();
    tab.find(".qr").waitFor();
    assertEquals(List.of(), Axe.faults(tab));
    AuthenticatorApp app =
        new AuthenticatorApp(tab.find(".totp__key").innerText().replace(" ", ""));
    tab.find("input[name=totp-code]").fill("000000");
    tab.press("Enter");
    tab.sees(".block--totp .wrong", "The code is wrong.");
    tab.find("input[name=totp-code]").fill(app.code(stage.now()));
    tab.press("Enter");
    assertThat(tab.find(".totp__codes li")).hasCount(10);
    assertEquals(List.of(), Axe.faults(tab));
    assertNotEquals(
        tab.find(".totp__codes li").nth(0).innerText(),
        tab.find(".totp__codes li").nth(1).innerText());
    tab.text("I have written them down").click();
    return app;
  }

  @Test
  void itIsSetUpOnTheAccountAndAskedForAtTheNextSignIn() {
    try (Tab tab = Tab.of(stage, "lena").networkMayFail()) {
      account(tab);
      AuthenticatorApp app = setUp(tab);
      tab.sees(".block--totp", "10 recovery codes are left.");
      tab.find(".menu__me").click();
      tab.find(".menu__row >> text=Sign out").click();
      fillIn(tab, "lena");
      tab.sees(".sign-in__second", "Your password is right.");
      assertThat(tab.find("input[name=code]")).isFocused();
      assertEquals(List.of(), Axe.faults(tab));
      tab.type("000000");
      tab.press("Enter");
      tab.sees(".sign-in__wrong", "The code is wrong or was used before.");
      tab.find("input[name=code]").fill(app.code(stage.now().plus(STEP)));
      tab.press("Enter");
      assertThat(tab.find(".line")).hasText(Pattern.compile("Live|Back"));
    }
  }

  @Test
  void afterFiveMinutesADialogAsksForThePasswordAndGoesOn() {
    try (Tab tab = Tab.of(stage, "ada").networkMayFail()) {
      account(tab);
      tab.find(".block--totp button").waitFor();
      stage.then(Duration.ofMinutes(-6), () -> {
        tab.text("Set up").click();
        tab.sees("[role=dialog]", "Is it still you?");
        assertEquals(List.of(), Axe.faults(tab));
        tab.press("Escape");
        assertThat(tab.find("[role=dialog]")).hasCount(0);
        tab.text("Set up").click();
        tab.find("input[name=confirm-password]").fill("not the password");
        tab.press("Enter");
        tab.sees("[role=dialog] .wrong", "The password is wrong.");
        tab.find("input[name=confirm-password]").fill(RunningShop.PASSWORD);
        tab.press("Enter");
        tab.find(".qr").waitFor();
      });
      assertThat(tab.find("[role=dialog]")).hasCount(0);
    }
  }

  @Test
  void aUserWhoNeedsASecondFactorIsLedToItFirst() {
    try (Tab tab = Tab.at(stage.shop().url()).networkMayFail()) {
      fillIn(tab, "root");
      tab.sees("h1", "One more step");
      assertEquals(List.of(), Axe.faults(tab));
      assertThat(tab.find(".top-bar")).hasCount(0);
      setUp(tab);
      assertThat(tab.find(".line")).hasText(Pattern.compile("Live|Back"));
    }
  }
}
