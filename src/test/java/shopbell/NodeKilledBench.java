package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shopbell.screen.KillableServer;
import shopbell.store.TestDatabase;

/**
 * Two server processes, warm from {@code -Dwarm=30} seconds of half the load, take {@code -Drate=200} arrivals a second for
 * {@code -Dseconds=10}; after a quarter of them the one where all {@code -Dagents=40} sit is killed, {@code -Drounds=3} times.
 */
@Tag("nodekilled")
class NodeKilledBench {
  private static final PrintStream OUT = System.out;
  private static final int CUSTOMERS = 500;

  /** The longest time a browser waits before its first reconnection (webroot/lib/socket.js). */
  private static final int BROWSER_MILLIS = 300;

  private final int rate = Integer.getInteger("rate", 200);
  private final int agents = Integer.getInteger("agents", 40);
  private final int seconds = Integer.getInteger("seconds", 10);
  private final int warm = Integer.getInteger("warm", 30);
  private final StepDurations stepDurations = new StepDurations();
  private final String database = RunningShop.freshDatabase();
  private final int near = TwoNodes.freePorts();
  private final int far = TwoNodes.freePorts();
  private List<String> cookies;

  @Test
  void howSoonTheDesksAreWholeAtTheOther() throws IOException, InterruptedException {
    try (RunningShop shop = RunningShop.open(Map.of("database.url", database))) {
      IntStream.range(0, CUSTOMERS)
          .forEach(n -> shop.tell(Event.customer("c" + n, "Customer " + n, phone(n))));
    }
    cookies = ManyAgents.signedIn(database, agents);
    try (KillableServer a = start(near)) {
      for (int round = 1; round <= Integer.getInteger("rounds", 3); round++) {
        try (KillableServer b = start(far)) {
          warm(a, b);
          try (CallLoad callLoad = dialler(rate, seconds)) {
            round(callLoad, a, b);
          }
        }
      }
    }
    stepDurations.print(OUT);
  }

  private CallLoad dialler(int perSecond, int during) {
    return new CallLoad(agents, perSecond * during, perSecond, NodeKilledBench::phone);
  }

  private static String phone(int call) {
    return String.format(Locale.ROOT, "+4922147%05d", call % CUSTOMERS);
  }

  private KillableServer start(int port) throws IOException {
    String members = "127.0.0.1:" + near + ",127.0.0.1:" + far;
    Map<String, String> settings = new HashMap<>(TwoNodes.node(database, members, port));
    settings.put("http.port", "" + TwoNodes.freePorts());
    return KillableServer.start(settings);
  }

  /** The same without a kill: calls arrive for half of the time, and end in the other half. */
  private void warm(KillableServer a, KillableServer b) {
    try (CallLoad callLoad = dialler(rate / 2, warm / 2)) {
      List<DeskClient> seats = new ArrayList<>(callLoad.seated(a.url(), cookies));
      seats.addAll(callLoad.seated(b.url(), cookies));
      callLoad.dial(List.of(a.url(), b.url())).join();
      callLoad.shown(seats.subList(0, agents), callLoad.kept(), NodeKilledBench::whole);
      callLoad.end(List.of(a.url(), b.url())).join();
      seats.forEach(DeskClient::close);
    }
  }

  private void round(CallLoad callLoad, KillableServer a, KillableServer b)
      throws InterruptedException {
    int rows = rows();
    callLoad.seated(b.url(), cookies);
    CompletableFuture<Void> sent = callLoad.dial(List.of(a.url(), b.url()));
    Waiting.until("a quarter is sent", () -> callLoad.accepted() >= rate * seconds / 4);
    b.kill();
    long killed = System.nanoTime();
    List<DeskClient> moved = moved(callLoad, a);
    sent.join();
    stepDurations.add("the last call is accepted, due " + seconds * 3 / 4 + " s after", killed);
    callLoad.complete(moved);
    assertEquals(rate * seconds, rows() - rows);
    moved.forEach(DeskClient::close);
    callLoad.end(List.of(a.url())).join();
  }

  /**
   * All agents reconnect to {@code a} after a browser's wait, as after a kill; returns when they have all calls
   * accepted by then.
   */
  private List<DeskClient> moved(CallLoad callLoad, KillableServer a) throws InterruptedException {
    long killed = System.nanoTime();
    Set<Integer> kept = callLoad.kept();
    TimeUnit.MILLISECONDS.sleep(BROWSER_MILLIS);
    ProcessorTime before = ProcessorTime.by(List.of(a));
    List<DeskClient> moved = callLoad.seated(a.url(), cookies);
    long welcomed = stepDurations.add("all agents are welcomed", killed);
    callLoad.shown(moved, kept, card -> true);
    long there = stepDurations.add("all calls are on their desks", killed);
    callLoad.shown(moved, kept, NodeKilledBench::whole);
    long whole = stepDurations.add("with their customers", killed);
    String spent = ProcessorTime.by(List.of(a)).since(before).each(1);
    OUT.printf("%d calls open: %d, %d, %d ms; %s%n", kept.size(), welcomed, there, whole, spent);
    return moved;
  }

  private static boolean whole(JsonNode card) {
    return card.path("customer").isObject();
  }

  private int rows() {
    Vertx vertx = Vertx.vertx();
    try {
      return Waiting.on(TestDatabase.ask(vertx, database, "select 1 from interaction"));
    } finally {
      Waiting.on(vertx.close());
    }
  }
}
