package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import shopbell.model.Role;

/** The link between two nodes is cut, and both continue with the database alone. */
class PartitionIT {
  private final int near = TwoNodes.freePorts();
  private final int far = TwoNodes.freePorts();
  private final int nearReached = TwoNodes.freePorts();
  private final int farReached = TwoNodes.freePorts();
  private final String database = RunningShop.freshDatabase();

  @Test
  void eachSideShowsItsOwnAtOnceAndTheOthersWithinSeconds() {
    List<Proxy> wires = List.of(
        new Proxy(nearReached, near),
        new Proxy(nearReached + 1, near + 1),
        new Proxy(farReached, far),
        new Proxy(farReached + 1, far + 1));
    try (RunningShop a = RunningShop.open(node(near, nearReached));
        RunningShop b = RunningShop.open(node(far, farReached))) {
      a.hire("anna", "support").hire("ben", "support").hire("sue", Role.SUPERVISOR, List.of());
      String sue = a.signIn("sue");
      try (DeskClient anna = a.seat("anna");
          DeskClient ben = b.seat("ben")) {
        rings(a, anna, ben, Duration.ofSeconds(30));
        Waiting.until("each knows who is at the other", () -> seated(a, sue) == 2);
        wires.forEach(Proxy::cut);
        Waiting.until("neither sees the other", () -> seated(a, sue) == 1 && seated(b, sue) == 1);
        rings(a, anna, ben, Duration.ofSeconds(8));
        rings(b, ben, anna, Duration.ofSeconds(8));
        wires.forEach(Proxy::mend);
        Waiting.until("they are one again", () -> seated(a, sue) == 2 && seated(b, sue) == 2);
        rings(b, ben, anna, Duration.ofSeconds(30));
        assertEquals(
            1, List.of(a, b).stream().filter(n -> n.application().onDuty()).count());
      }
    } finally {
      wires.forEach(Proxy::close);
    }
  }

  /**
   * A call arrives at {@code door}: it is shown at once to agents there, and in good time to those at the other node.
   */
  private static void rings(RunningShop door, DeskClient here, DeskClient there, Duration within) {
    String call = UUID.randomUUID().toString();
    Event ringing = Event.ringing(call, "+49301", "anna", "ben");
    Instant told = Instant.now();
    door.tell(ringing);
    here.card(ringing.interaction(), "ringing");
    there.card(ringing.interaction(), "ringing");
    assertTrue(Instant.now().isBefore(told.plus(within)), "not in time at the other node");
    door.tell(Event.ended(call, "abandoned"));
    assertEquals("abandoned", there.gone(ringing.interaction()));
  }

  private static int seated(RunningShop node, String cookie) {
    return node.call("GET", "/api/v1/agents")
        .cookie(cookie)
        .send()
        .expect(200)
        .json()
        .path("items")
        .size();
  }

  private Map<String, String> node(int port, int reached) {
    String members = "127.0.0.1:" + nearReached + ",127.0.0.1:" + farReached;
    Map<String, String> settings = new HashMap<>(TwoNodes.node(database, members, port));
    settings.put("cluster.publicPort", Integer.toString(reached));
    return settings;
  }
}
