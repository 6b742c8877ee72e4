package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.Event;
import shopbell.RunningShop;
import shopbell.model.ExternalId;
import shopbell.security.ApiKeyScope;

/** The time zone of a customer, from the door to the head of the card; the browsers are in Berlin. */
class TimeZoneIT {
  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open(Map.of("locale", "en"), "lena");
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  private static Event customer(String number, String zone) {
    return Event.customer(number, "Mia Falk " + number, "+81312345" + number)
        .with("timeZone", zone);
  }

  private static Tab page(String number) {
    Tab tab = Tab.of(stage, "lena");
    tab.page()
        .navigate(stage.shop().url() + "/#/customers/" + new ExternalId("crm", number).uuid());
    assertThat(tab.find(".who__name")).containsText("Mia Falk " + number);
    return tab;
  }

  private static String hour(LocalTime time) {
    return DateTimeFormatter.ofPattern("HH:").format(time);
  }

  @Test
  void theHeadSaysWhatTimeItIsThere() {
    stage.shop().tell(customer("100", "Asia/Tokyo"));
    ZoneId tokyo = ZoneId.of("Asia/Tokyo");
    String before = hour(LocalTime.now(tokyo));
    try (Tab tab = page("100")) {
      String facts = tab.find(".who__facts").innerText().replace("\n", " ");
      String after = hour(LocalTime.now(tokyo));
      assertTrue(
          facts.contains("their time " + before) || facts.contains("their time " + after), facts);
    }
  }

  @Test
  void whereTheClocksAgreeItSaysNothing() {
    stage.shop().tell(customer("200", "Europe/Paris"));
    try (Tab tab = page("200")) {
      assertThat(tab.find(".who__facts")).not().containsText("their time");
    }
  }

  @Test
  void aNameThatIsNoTimeZoneIsRefusedWithTheField() {
    JsonNode problem = stage
        .shop()
        .call("POST", "/in/events")
        .key(RunningShop.KEY)
        .cloudEvent(customer("300", "Lissabon"))
        .send()
        .problem(422);
    assertEquals("/data/timeZone", problem.at("/errors/0/pointer").asText());
    assertEquals(
        "is the IANA name of a time zone, such as Europe/Lisbon",
        problem.at("/errors/0/detail").asText());
  }

  @Test
  void anExportHasIt() {
    stage.shop().tell(customer("400", "Europe/Lisbon"));
    JsonNode told = stage
        .shop()
        .call("GET", "/api/v1/customers/" + new ExternalId("crm", "400").uuid() + "/export")
        .key(stage.shop().key(ApiKeyScope.ADMIN))
        .send()
        .expect(200)
        .json();
    // as an event and as the stored row
    assertEquals(List.of("Europe/Lisbon", "Europe/Lisbon"), told.findValuesAsText("timeZone"));
  }
}
