package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.Event;
import shopbell.model.Role;

/** Pages have addresses: they can be gone back to, shared and loaded again. */
class AddressesIT {
  private static final Pattern CUSTOMER = Pattern.compile(
      ".*/#/customers/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open(Map.of("locale", "en"), "lena", "ada", "ben", "cleo");
    stage.shop().hire("sue", Role.SUPERVISOR, List.of());
    stage.shop().hire("adam", Role.ADMIN, List.of());
    new ScreenPeople(stage, true).enter();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  private static void openCustomer(Tab tab) {
    tab.press("/");
    tab.type("Çiğdem");
    tab.find(".hit").first().waitFor();
    tab.press("Enter");
    tab.sees(".contact--page h1", "Dr. Çiğdem Yıldırım");
    assertThat(tab.page()).hasURL(CUSTOMER);
  }

  private static void isAtTheDesk(Tab tab) {
    tab.sees("h1", "No contact");
    assertThat(tab.page()).hasURL(stage.shop().url() + "/");
  }

  private static void choose(Tab tab, String entry) {
    tab.find(".menu__me").click();
    tab.find(".menu__row").filter(new Locator.FilterOptions().setHasText(entry)).click();
  }

  @Test
  void aCustomerIsOpenedLeftByTheBackButtonAndOpenedAgain() {
    try (Tab tab = Tab.of(stage, "lena")) {
      isAtTheDesk(tab);
      openCustomer(tab);
      tab.page().goBack();
      isAtTheDesk(tab);
      tab.page().goForward();
      tab.sees(".contact--page h1", "Dr. Çiğdem Yıldırım");
      assertThat(tab.page()).hasURL(CUSTOMER);
      tab.press("Escape");
      isAtTheDesk(tab);
    }
  }

  @Test
  void whoFollowsAPageFromAnotherComesBackToIt() {
    try (Tab tab = Tab.of(stage, "adam")) {
      choose(tab, "Connectors");
      tab.sees(".page-bar h1", "Connectors");
      assertThat(tab.page()).hasURL(stage.shop().url() + "/#/admin");
      choose(tab, "Audit");
      assertThat(tab.page()).hasURL(stage.shop().url() + "/#/admin/audit");
      tab.find(".contact--audit").waitFor();
      tab.page().goBack();
      tab.sees(".page-bar h1", "Connectors");
      tab.page().goBack();
      isAtTheDesk(tab);
    }
  }

  @Test
  void aSharedLinkIsOpenedAfterTheSignInAndKeptByAReload() {
    String link;
    try (Tab tab = Tab.of(stage, "lena")) {
      openCustomer(tab);
      link = tab.page().url();
    }
    try (Tab tab = Tab.at(link)) {
      tab.signIn("ben");
      tab.sees(".contact--page h1", "Dr. Çiğdem Yıldırım");
      tab.page().reload();
      tab.sees(".contact--page h1", "Dr. Çiğdem Yıldırım");
      assertThat(tab.page()).hasURL(link);
      tab.press("Escape");
      isAtTheDesk(tab);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "sue, supervisor",
    "adam, supervisor",
    "adam, admin",
    "adam, admin/audit",
    "ada, account"
  })
  void everyPageHasAnAddress(String name, String address) {
    try (Tab tab = Tab.at(stage.shop().url() + "/#/" + address)) {
      tab.signIn(name);
      tab.find(".page-bar h1").waitFor();
      assertThat(tab.page()).hasURL(stage.shop().url() + "/#/" + address);
      assertThat(tab.find(".refused")).hasCount(0);
    }
  }

  @ParameterizedTest
  @CsvSource({"ada, supervisor", "ada, admin", "sue, admin", "sue, admin/audit"})
  void aPageForAnotherRoleIsTheDeskAndSaysSo(String name, String address) {
    try (Tab tab = Tab.at(stage.shop().url() + "/#/" + address)) {
      tab.signIn(name);
      tab.sees(".refused", "That page is not for your role");
      isAtTheDesk(tab);
      assertEquals(List.of(), Axe.faults(tab));
      tab.find(".refused .button").click();
      assertThat(tab.find(".refused")).hasCount(0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nowhere", "customers/", "customers/1", "admin/", "%22%3E%3Cscript%3E", "/"})
  void anUnknownAddressIsTheDesk(String address) {
    try (Tab tab = Tab.at(stage.shop().url() + "/#/" + address)) {
      tab.signIn("cleo");
      isAtTheDesk(tab);
      assertThat(tab.find(".refused")).hasCount(0);
    }
  }

  @Test
  void aCallInHandIsThereAgainBehindThePage() {
    try (Tab tab = Tab.of(stage, "cleo")) {
      stage.ring("c1", ScreenPeople.RETO, "cleo");
      tab.sees("h1", "Reto Bärtschi-Zgraggen");
      tab.press("i");
      tab.sees(".block--identity", "How we know them");
      assertThat(tab.page()).hasURL(CUSTOMER);
      tab.page().goBack();
      tab.sees(".call-bar", "Ringing");
      tab.page().goForward();
      tab.find(".contact--page").waitFor();
      tab.find(".tab").first().click();
      tab.sees(".call-bar", "Ringing");
      assertThat(tab.page()).hasURL(stage.shop().url() + "/");
      tab.page().goBack();
      tab.find(".contact--page").waitFor();
      stage.shop().tell(Event.ended("c1", "abandoned"));
    }
  }

  @Test
  void signingOutClosesThePage() {
    try (Tab tab = Tab.of(stage, "ada")) {
      openCustomer(tab);
      tab.sees(".block--identity", "How we know them");
      choose(tab, "Sign out");
      tab.find(".sign-in").waitFor();
      assertThat(tab.page()).hasURL(stage.shop().url() + "/");
      tab.signIn("ben");
      isAtTheDesk(tab);
    }
  }

  @Test
  void theLinkToTheContentIsNoAddress() {
    try (Tab tab = Tab.of(stage, "lena")) {
      openCustomer(tab);
      tab.find(".skip-link").focus();
      tab.press("Enter");
      assertThat(tab.find("#main")).isFocused();
      assertThat(tab.page()).hasURL(CUSTOMER);
    }
  }
}
