package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;
import shopbell.model.Role;

/** A customer's page and the supervisor's, in a real browser against the real server. */
class PeopleIT {
  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open(Map.of("locale", "en"), "lena", "ada", "ben", "cleo");
    stage.shop().hire("sue", Role.SUPERVISOR, List.of());
    new ScreenPeople(stage, true).enter();
    person("D1", "Wilhelmina Ackersjö", "+46701740605", "w.ackersjo@example.org");
    person("D2", "Wilhelmina Ackersjo", "+46701740605", "w.ackersjo@example.org");
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  private static void person(String id, String name, String phone, String mail) {
    List<Map<String, Object>> handles =
        List.of(Map.of("kind", "phone", "value", phone), Map.of("kind", "email", "value", mail));
    stage.tell(
        "customer.upserted",
        stage.now(),
        Map.of("system", "crm", "id", id, "name", name, "handles", handles));
  }

  private static void look(Tab tab, String asked, String name) {
    tab.press("/");
    tab.type(asked);
    tab.find(".hit")
        .filter(new Locator.FilterOptions().setHasText(name))
        .first()
        .waitFor();
    tab.press("Enter");
    tab.sees("h1", name);
  }

  @Test
  void doublesAreMergedBehindAPreviewAndTakenApartAgain() {
    try (Tab tab = Tab.of(stage, "sue")) {
      Waiting.until(
          "the doubles are found",
          () -> stage
              .shop()
              .call("GET", "/api/v1/duplicates")
              .cookie(stage.shop().signIn("ada"))
              .send()
              .text()
              .contains("Ackersj"));
      look(tab, "Wilhelmina Ackersjö", "Wilhelmina Ackersj");
      tab.sees(".block--duplicates", "Wilhelmina");
      tab.find(".block--duplicates button:has-text('Merge')").first().click();
      tab.sees(".merge", "as one customer");
      tab.sees(".merge", "undoing the merge");
      Assertions.assertEquals(List.of(), Axe.faults(tab));
      tab.sees(".block--identity", "One record.");
      tab.find(".merge .button--primary").click();
      tab.sees(".block--identity", "2 records stand for the same person");
      tab.sees(".block--identity", "Merged");
      tab.find(".block--identity button").first().click();
      tab.sees(".block--identity", "Merge taken back");
      tab.sees(".block--identity", "One record.");
    }
  }

  @Test
  void theWholeStoryIsReadByChannel() {
    try (Tab tab = Tab.of(stage, "ben")) {
      look(tab, "Çiğdem", "Dr. Çiğdem Yıldırım");
      tab.sees(".block--timeline", "Descaling kit");
      tab.find(".chip")
          .filter(new Locator.FilterOptions().setHasText("Tickets"))
          .click();
      tab.sees(".block--timeline", "Espresso machine leaks");
      assertThat(tab.find(".block--timeline .happenings")).not().containsText("Descaling kit");
      Assertions.assertEquals(List.of(), Axe.faults(tab));
    }
  }

  @Test
  void olderStepsAreShownOnAClickUntilThereAreNone() {
    person("L1", "Leonie Langfeld", "+46701740777", "l.langfeld@example.org");
    for (int i = 1; i <= 60; i++) {
      stage.tell(
          "ticket.upserted",
          stage.now().minus(Duration.ofDays(i)),
          Map.of(
              "system",
              "desk",
              "id",
              "L" + i,
              "subject",
              "Question " + i + ".",
              "openedAt",
              stage.now().minus(Duration.ofDays(i)).toString(),
              "customer",
              Map.of("system", "crm", "id", "L1")));
    }
    try (Tab tab = Tab.of(stage, "ben")) {
      look(tab, "Leonie", "Leonie Langfeld");
      tab.sees(".block--timeline", "Question 50.");
      assertThat(tab.find(".block--timeline")).not().containsText("Question 51.");
      tab.find(".block--timeline .journey__more").click();
      tab.sees(".block--timeline", "Question 60.");
      assertThat(tab.find(".block--timeline .journey__more")).hasCount(0);
      Assertions.assertEquals(List.of(), Axe.faults(tab));
    }
  }

  @Test
  void oneKeyLeadsFromTheCallToAllAboutTheCaller() {
    try (Tab tab = Tab.of(stage, "cleo")) {
      stage.ring("p1", ScreenPeople.RETO, "cleo");
      tab.sees("h1", "Reto Bärtschi-Zgraggen");
      tab.press("i");
      tab.sees(".block--identity", "How we know them");
      tab.press("Escape");
      tab.sees(".call-bar", "Ringing");
    }
  }

  @Test
  void aSupervisorSeesWhoIsThereAndHowOftenWeAreRight() {
    try (Tab tab = Tab.of(stage, "sue")) {
      tab.find(".menu__me").click();
      tab.find(".menu__row")
          .filter(new Locator.FilterOptions().setHasText("Supervisor"))
          .click();
      tab.sees(".block--seats", "sue");
      tab.sees(".block--hits", "Some contacts, drawn at random");
      tab.sees(".block--looks", "Access log");
      Assertions.assertEquals(List.of(), Axe.faults(tab));
    }
  }

  @Test
  void anAgentHasNoSuchDoor() {
    try (Tab tab = Tab.of(stage, "ben")) {
      tab.find(".menu__me").click();
      tab.sees(".menu__box", "Sign out");
      assertThat(tab.find(".menu__box")).not().containsText("Supervisor");
    }
  }
}
