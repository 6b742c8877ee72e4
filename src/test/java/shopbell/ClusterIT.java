package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes in one process, on one database, as a load balancer would see them. */
class ClusterIT {
  private static Pair pair;
  private static RunningShop a;
  private static RunningShop b;

  @BeforeAll
  static void open() {
    pair = Pair.open();
    a = pair.a();
    b = pair.b();
    a.hire("anna", "support").hire("ben", "support");
  }

  @AfterAll
  static void close() {
    pair.close();
  }

  @Test
  void whatComesInAtOneNodeRingsOnTheOther() {
    b.tell(Event.customer("1", "Mia Falk", "+4922147111"));
    Event ringing = Event.ringing(UUID.randomUUID().toString(), "0221 47111", "anna", "ben");
    try (Seat anna = a.seat("anna");
        Seat ben = b.seat("ben")) {
      b.tell(ringing);
      assertEquals(
          "Mia Falk",
          anna.card(ringing.interaction(), "ringing").at("/customer/name").asText());
      ben.card(ringing.interaction(), "ringing");
      b.tell(Event.answered(ringing.data().get("interaction").toString(), "ben"));
      assertEquals("answered-elsewhere", anna.gone(ringing.interaction()));
    }
  }

  @Test
  void whoeverComesToTheOtherNodeFindsTheWholeDesk() {
    Event ringing = Event.ringing(UUID.randomUUID().toString(), "+49301", "anna");
    a.tell(ringing);
    Waiting.until("the other node has heard of it", () -> {
      try (Seat anna = b.seat("anna")) {
        return anna.frame("welcome", w -> true)
            .path("desk")
            .findValuesAsText("id")
            .contains(ringing.interaction().toString());
      }
    });
  }
}
