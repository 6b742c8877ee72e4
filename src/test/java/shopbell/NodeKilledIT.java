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
import shopbell.screen.Killable;
import shopbell.store.TestDatabase;

/** A node dies as if its power were cut, in the middle of {@value #RATE} arrivals a second. */
class NodeKilledIT {
  private static final int RATE = 50;
  private static final int CALLS = 300;
  private static final int AGENTS = 20;

  private final String database = RunningShop.freshDatabase();
  private final Dialler dialler = new Dialler(AGENTS, CALLS, RATE);

  @AfterEach
  void hangUp() {
    dialler.close();
  }

  @Test
  void itsAgentsAreAtTheOtherWithinTwoSecondsAndNothingIsLostOrDoubled() throws IOException {
    int near = Pair.freePorts();
    int far = Pair.freePorts();
    String members = "127.0.0.1:" + near + ",127.0.0.1:" + far;
    Map<String, String> dying = new HashMap<>(Pair.node(database, members, far));
    dying.put("http.port", "0");
    try (RunningShop a = RunningShop.open(Pair.node(database, members, near));
        Killable b = Killable.start(dying)) {
      List<String> cookies = dialler.agents().stream()
          .map(name -> a.hire(name, "support").signIn(name))
          .toList();
      dialler.seated(b.url(), cookies);
      CompletableFuture<Void> sent = dialler.dial(List.of(a.url(), b.url()));
      Waiting.until("some have been sent", () -> dialler.accepted() >= CALLS / 4);
      b.kill();
      Instant killed = Instant.now();
      List<Seat> moved = dialler.seated(a.url(), cookies);
      Duration took = Duration.between(killed, Instant.now());
      assertTrue(took.compareTo(Duration.ofSeconds(2)) < 0, "they needed " + took);
      sent.join();
      dialler.complete(moved);
      assertEquals(CALLS, rows(a));
      moved.forEach(Seat::close);
    }
  }

  private int rows(RunningShop shop) {
    return Waiting.on(
        TestDatabase.ask(shop.application().vertx(), database, "select 1 from interaction"));
  }
}
