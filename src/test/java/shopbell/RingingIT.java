package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RingingIT {
  private static RunningShop shop;

  @BeforeAll
  static void open() {
    shop = RunningShop.open().hire("anna", "support").hire("ben", "support");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void aCallRingsOnTheDeskOfItsAgentAndSaysWhoItIs() {
    shop.tell(Event.customer("1", "Mia Falk", "+4922147111"));
    try (Seat anna = shop.seat("anna");
        Seat ben = shop.seat("ben")) {
      Event ringing = Event.ringing("known", "0221 47111", "anna");
      shop.tell(ringing);
      JsonNode card = anna.card(ringing.interaction(), "ringing");
      assertEquals("Mia Falk", card.at("/customer/name").asText());
      assertEquals("+4922147111", card.at("/interaction/from").asText());
      assertEquals(List.of(), ben.frames("card"));
    }
  }
}
