package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;
import shopbell.store.GeneratedPurchases;

/** What a customer was worth and is expected to be, on the agent's screen. */
class WorthIT {
  private static final String REGULAR = "+4922147001";
  private static final String REFUSING = "+4922147002";
  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open(Map.of("locale", "en"), "wim", "xenia");
    buyer(stage, "W1", "Wanda Wert", REGULAR, Map.of());
    buyer(stage, "W2", "Vera Nein", REFUSING, Map.of("consent.profiling", "no"));
    GeneratedPurchases.store(stage.shop().application().database(), 500, Instant.now());
    Waiting.on(stage.shop().application().learnValue());
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  /** Has bought every 30 days, for the last time 100 days ago. */
  private static void buyer(
      Stage stage, String id, String name, String phone, Map<String, String> attributes) {
    stage.tell(
        "customer.upserted",
        stage.now(),
        Map.of(
            "system",
            "crm",
            "id",
            id,
            "kind",
            "person",
            "name",
            name,
            "handles",
            List.of(Map.of("kind", "phone", "value", phone)),
            "attributes",
            attributes));
    for (int i = 0; i < 5; i++) {
      order(stage, id, i);
    }
  }

  private static void order(Stage stage, String id, int number) {
    Instant at = stage.now().minus(Duration.ofDays(100 + 30L * number));
    Map<String, Object> order = Map.of(
        "system",
        "shop",
        "id",
        id + "-" + number,
        "customer",
        Map.of("system", "crm", "id", id),
        "placedAt",
        at.toString(),
        "total",
        Map.of("amount", "50.00", "currency", "EUR"),
        "status",
        "delivered");
    stage.tell("order.upserted", at, order);
  }

  @Test
  void thePastAndTheExpectedYearStandBesideEachOtherAndSayHowTheyAreKnown() {
    try (Tab tab = Tab.of(stage, "wim")) {
      stage.ring("w1", REGULAR, "wim");
      tab.sees(".worth-ahead__cell:nth-child(1)", "€250.00");
      tab.sees(".worth-ahead__cell:nth-child(2)", "Expected, 12 months");
      assertThat(tab.find(".worth-ahead__cell:nth-child(3) .worth__value"))
          .hasText(Pattern.compile("\\d+\\s%"));
      tab.sees(".worth-ahead__against", "100 days without a purchase, usually every 30");
      assertThat(tab.find(".worth-ahead__how")).hasCount(0);
      tab.find(".worth-forecast button").focus();
      tab.press("Enter");
      tab.sees(".worth-ahead__how", "Learned from the purchases of 501 customers");
      assertEquals(List.of(), Axe.faults(tab));
      tab.press("Enter");
      assertThat(tab.find(".worth-ahead__how")).hasCount(0);
    }
  }

  @Test
  void aCustomerWhoRefusesTheComparisonHasSumsOfThePastAndTheReason() {
    try (Tab tab = Tab.of(stage, "xenia")) {
      stage.ring("x1", REFUSING, "xenia");
      tab.sees(".worth__why-not", "refused to be compared");
      tab.sees(".worth", "€250.00");
      assertThat(tab.find(".worth-forecast")).hasCount(0);
      assertEquals(List.of(), Axe.faults(tab));
    }
  }

  @Test
  void aShopWithFewCustomersShowsSumsOfThePastAndSaysFromWhenOnThereIsMore() {
    try (Stage small = Stage.open(Map.of("locale", "en"), "yara")) {
      buyer(small, "W1", "Wanda Wert", REGULAR, Map.of());
      Waiting.on(small.shop().application().learnValue());
      try (Tab tab = Tab.of(small, "yara")) {
        small.ring("y1", REGULAR, "yara");
        tab.sees(".worth__why-not", "Forecasts begin at 200 customers, 50 of whom");
        tab.sees(".worth", "€250.00");
        assertEquals(List.of(), Axe.faults(tab));
      }
    }
  }
}
