package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopbell.model.ExternalId;

/** A number of two customers is not sent to sources as this customer's. */
class SharedHandlesIT {
  private static final String CONNECTOR = """
      name: crm
      source:
        steps:
          - name: found
            when: $exists($phone)
            path: '"/people"'
            query: {phone: $phone}
        map: |
          found.cases.{"type": "shopbell.ticket.upserted", "data": {"id": no, "subject": title}}
      """;
  private static final String NUMBER = "+4915112345678";

  @TempDir
  private Path folder;

  private static String state(JsonNode card) {
    return card.at("/sources/1/state").asText();
  }

  private static void choose(RunningShop shop, DeskClient anna, Event rings) {
    UUID tina = new ExternalId("crm", "2").uuid();
    shop.call("POST", "/api/v1/interactions/" + rings.interaction() + "/customer")
        .cookie(anna.cookie())
        .header("Origin", shop.url())
        .json(Map.of("customer", tina.toString()))
        .send()
        .expect(204);
  }

  @Test
  void noSourceIsAskedByANumberThatTwoCustomersHold() throws IOException {
    Files.writeString(folder.resolve("crm.yaml"), CONNECTOR);
    try (OtherSystem crm = OtherSystem.open();
        RunningShop shop = RunningShop.open(Map.of(
                "connectors.folder",
                folder.toString(),
                "sources.crm.kind",
                "crm",
                "sources.crm.url",
                crm.url()))
            .hire("anna");
        DeskClient anna = shop.seat("anna")) {
      crm.does(OtherSystem.json("{\"cases\":[{\"no\":\"17\",\"title\":\"Lamp flickers\"}]}"));
      shop.tell(
          Event.customer("1", "Alice Beispiel", NUMBER), Event.customer("2", "Tina Vogel", NUMBER));
      Event rings = Event.ringing("c1", NUMBER, "anna");
      shop.tell(rings);
      anna.card(rings.interaction(), card -> card.at("/match/candidates").size() == 2);
      choose(shop, anna, rings);
      JsonNode card =
          anna.card(rings.interaction(), now -> List.of("off", "fresh").contains(state(now)));
      assertEquals("off", state(card));
      assertEquals("Tina Vogel", card.at("/customer/name").asText());
      assertEquals(0, card.at("/tickets/open").asInt());
      assertEquals(List.of(), crm.asked());
    }
  }
}
