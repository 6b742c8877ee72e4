package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NoticesIT {
  private static RunningShop shop;

  @BeforeAll
  static void open() {
    shop = RunningShop.open().hire("anna");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static Event raised(String id, Map<String, Object> appliesTo) {
    return Event.of(
        "shopbell.notice.raised",
        Map.of("id", id, "severity", "warning", "text", "Störung " + id, "appliesTo", appliesTo));
  }

  private static List<String> notices(JsonNode card) {
    return card.path("notices").findValuesAsText("id").stream().sorted().toList();
  }

  @Test
  void aNoticeStandsOnTheCardsItAppliesToUntilItIsCleared() {
    Event support = Event.queued("s", "+49301", "support");
    Event sales = Event.queued("v", "+49302", "sales");
    try (DeskClient anna = shop.seat("anna")) {
      shop.tell(support, sales);
      anna.card(support.interaction(), "queued");
      shop.tell(
          raised("all", Map.of()),
          raised("support", Map.of("queue", "support")),
          raised("both", Map.of("queue", List.of("support", "sales"))),
          raised("chats", Map.of("channel", "chat")));
      anna.card(support.interaction(), c -> notices(c).equals(List.of("all", "both", "support")));
      anna.card(sales.interaction(), c -> notices(c).equals(List.of("all", "both")));
      shop.tell(
          Event.of("shopbell.notice.cleared", Map.of("id", "all")),
          Event.of("shopbell.notice.cleared", Map.of("id", "both")));
      anna.card(support.interaction(), c -> notices(c).equals(List.of("support")));
      JsonNode last = anna.card(
          sales.interaction(), c -> notices(c).isEmpty() && c.path("version").asInt() > 1);
      assertEquals(0, last.path("notices").size());
    }
  }
}
