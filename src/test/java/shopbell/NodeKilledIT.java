package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopbell.screen.KillableServer;
import shopbell.store.TestDatabase;

/** A node dies as if its power were cut, in the middle of {@value #RATE} arrivals a second. */
class NodeKilledIT {
  private static final int RATE = 50;
  private static final int CALLS = 300;
  private static final int AGENTS = 20;

  private final String database = RunningShop.freshDatabase();
  private final CallLoad callLoad = new CallLoad(AGENTS, CALLS, RATE);

  @AfterEach
  void hangUp() {
    callLoad.close();
  }

  @Test
  void itsAgentsAreAtTheOtherWithinTwoSecondsAndNothingIsLostOrDoubled() throws IOException {
    int near = TwoNodes.freePorts();
    int far = TwoNodes.freePorts();
    String members = "127.0.0.1:" + near + ",127.0.0.1:" + far;
    Map<String, String> dying = new HashMap<>(TwoNodes.node(database, members, far));
    dying.put("http.port", "0");
    try (RunningShop a = RunningShop.open(TwoNodes.node(database, members, near));
        KillableServer b = KillableServer.start(dying)) {
      List<String> cookies = callLoad.agents().stream()
          .map(name -> a.hire(name, "support").signIn(name))
          .toList();
      callLoad.seated(b.url(), cookies);
      CompletableFuture<Void> sent = callLoad.dial(List.of(a.url(), b.url()));
      Waiting.until("some have been sent", () -> callLoad.accepted() >= CALLS / 4);
      b.kill();
      Instant killed = Instant.now();
      List<DeskClient> moved = callLoad.seated(a.url(), cookies);
      Duration took = Duration.between(killed, Instant.now());
      assertTrue(took.compareTo(Duration.ofSeconds(2)) < 0, "they needed " + took);
      sent.join();
      callLoad.complete(moved);
      assertEquals(CALLS, rows(a));
      moved.forEach(DeskClient::close);
    }
  }

  private int rows(RunningShop shop) {
    return Waiting.on(
        TestDatabase.ask(shop.application().vertx(), database, "select 1 from interaction"));
  }
}
