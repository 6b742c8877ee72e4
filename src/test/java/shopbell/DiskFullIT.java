package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.store.SmallDisk;

/** The disk is full: calls ring all the same, and their senders are asked to retry. */
class DiskFullIT {
  private static final int MANY = 400;

  @BeforeAll
  static void namespaces() throws IOException, InterruptedException {
    // no fault of the product: without namespaces only root can make a disk this small
    SmallDisk.missing()
        .ifPresent(why -> abort("this host forbids user or mount namespaces: " + why));
  }

  @Test
  void callsRingTheirSendersComeAgainAndOnceThereIsRoomAllIsKept()
      throws IOException, InterruptedException {
    try (SmallDisk disk = SmallDisk.open();
        RunningShop shop = RunningShop.open(Map.of("database.url", disk.url())).hire("anna");
        DeskClient anna = shop.seat("anna")) {
      shop.tell(Event.customer("1", "Mia Falk", "+4922147111"));
      disk.fill();
      List<Event> refused = new ArrayList<>();
      for (int i = 0; i < MANY && refused.size() < 3; i++) {
        Event ringing = Event.ringing(UUID.randomUUID().toString(), "+4922147111", "anna")
            .with("attributes", Map.of("menu", "x".repeat(1_000)));
        Answer answer = send(shop, ringing);
        if (answer.status() != 202) {
          answer.problem(503);
          assertTrue(Integer.parseInt(answer.header("Retry-After")) > 0);
          refused.add(ringing);
        }
        JsonNode card = anna.card(ringing.interaction(), "ringing");
        assertEquals("+4922147111", card.at("/interaction/from").asText());
      }
      assertEquals(3, refused.size(), "the disk was full");
      assertEquals(
          "Mia Falk",
          anna.card(refused.get(0).interaction(), card -> card.path("customer").isObject())
              .at("/customer/name")
              .asText());
      disk.free();
      refused.forEach(event -> send(shop, event).expect(202));
      refused.forEach(event -> send(shop, event).expect(202));
    }
  }

  private static Answer send(RunningShop shop, Event event) {
    return shop.call("POST", "/in/events")
        .key(RunningShop.KEY)
        .cloudEvent(event)
        .send();
  }
}
