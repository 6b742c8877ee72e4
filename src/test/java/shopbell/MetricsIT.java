package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MetricsIT {
  private static RunningShop shop;
  private static UUID id;
  private static String metrics;

  @BeforeAll
  static void open() {
    shop = RunningShop.open().hire("annabelle", "support");
    shop.tell(Event.customer("1", "Mia Falk", "+4922147111"));
    Event ringing = Event.ringing("metered", "+4922147111", "annabelle");
    id = ringing.interaction();
    try (DeskClient deskClient = shop.seat("annabelle")) {
      shop.tell(ringing, ringing, Event.ringing("elsewhere", "+49301", "nobody-here"));
      JsonNode card = deskClient.card(id, "ringing");
      deskClient.painted(card);
      shop.call("POST", "/in/events").key(RunningShop.KEY).json("{}").send().problem(415);
      Waiting.until("painted", () -> read().contains("shopbell_arrival_painted_seconds_count 1"));
      metrics = read();
    }
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static String read() {
    return shop.operator("/metrics").send().expect(200).text();
  }

  @Test
  void everythingAnOperatorNeedsIsThere() {
    for (String sample : List.of(
        "shopbell_arrivals_total{door=\"events\",result=\"kept\"}",
        "shopbell_arrivals_total{door=\"events\",result=\"repeated\"}",
        "shopbell_arrivals_total{door=\"events\",result=\"refused\"}",
        "shopbell_arrivals_unaddressed_total{door=\"events\"}",
        "shopbell_identifications_total{status=\"known\"}",
        "shopbell_summary_seconds_bucket{",
        "shopbell_arrival_pushed_seconds_bucket{",
        "shopbell_arrival_painted_seconds_bucket{",
        "shopbell_cards_unpainted_total",
        "shopbell_desk_sockets",
        "shopbell_desk_cards",
        "shopbell_desk_not_looking",
        "shopbell_eventloop_lag_seconds",
        "shopbell_pool_in_use{pool_name=\"database\"",
        "shopbell_pool_ratio{pool_name=\"database\"",
        "shopbell_pool_queue_pending{pool_name=\"database\"",
        "shopbell_http_server_")) {
      assertTrue(metrics.contains("\n" + sample), sample + " is missing");
    }
  }

  @Test
  void everyNameIsOurs() {
    List<String> foreign = metrics
        .lines()
        .filter(line -> !line.startsWith("#") && !line.startsWith("shopbell_"))
        .toList();
    assertEquals(List.of(), foreign);
  }

  @Test
  void noLabelNamesAPersonANumberOrAnId() {
    for (String personal :
        List.of("annabelle", "Mia", "Falk", "47111", "nobody-here", "metered", id.toString())) {
      assertFalse(metrics.contains(personal), personal);
    }
  }

  @Test
  void aMethodThatASenderMadeUpBecomesNoSeriesOfItsOwn() {
    for (int i = 0; i < 5; i++) {
      shop.call("MADEUP" + i, "/").send();
    }
    Waiting.until("counted", () -> read().contains("method=\"OTHER\""));
    assertFalse(read().contains("MADEUP"));
  }
}
