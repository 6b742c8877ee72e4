package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopbell.store.TestDatabase;

/** One node after the other is restarted while calls ring, as for a new release. */
class RollingRestartIT {
  private static final int RATE = 20;
  private static final int CALLS = 400;

  private final String database = RunningShop.freshDatabase();
  private final CallLoad callLoad = new CallLoad(10, CALLS, RATE);
  private final int near = TwoNodes.freePorts();
  private final int far = TwoNodes.freePorts();
  private final Map<Integer, String> doors =
      Map.of(near, "" + TwoNodes.freePorts(), far, "" + TwoNodes.freePorts());

  @AfterEach
  void hangUp() {
    callLoad.close();
  }

  @Test
  void noCardIsLostOrDoubledAndTheScheduledWorkGoesOn() {
    RunningShop a = open(near);
    RunningShop b = open(far);
    try {
      List<String> cookies = hired(a);
      String first = a.url();
      String second = b.url();
      CompletableFuture<Void> sent = callLoad.dial(List.of(first, second));
      a = again(a, near, b, cookies);
      b = again(b, far, a, cookies);
      assertEquals(List.of(first, second), List.of(a.url(), b.url()));
      List<DeskClient> last = callLoad.seated(b.url(), cookies);
      sent.join();
      callLoad.complete(last);
      assertEquals(CALLS, rows(b));
    } finally {
      a.close();
      b.close();
    }
  }

  private List<String> hired(RunningShop node) {
    return callLoad.agents().stream()
        .map(name -> node.hire(name, "support").signIn(name))
        .toList();
  }

  /**
   * {@code node} stops, its agents connect to the {@code other}, which does the scheduled work; then it starts again.
   */
  private RunningShop again(RunningShop node, int port, RunningShop other, List<String> cookies) {
    int before = callLoad.accepted();
    List<DeskClient> here = callLoad.seated(node.url(), cookies);
    Waiting.until("it rings", () -> callLoad.accepted() > before + RATE);
    node.close();
    here.forEach(deskClient -> assertTrue(deskClient.closedWith() > 0));
    List<DeskClient> there = callLoad.seated(other.url(), cookies);
    Waiting.until("the scheduled work goes on", () -> other.application().onDuty());
    RunningShop back = open(port);
    there.forEach(DeskClient::close);
    return back;
  }

  private RunningShop open(int port) {
    String members = "127.0.0.1:" + near + ",127.0.0.1:" + far;
    Map<String, String> settings = new HashMap<>(TwoNodes.node(database, members, port));
    settings.put("http.port", doors.get(port));
    return RunningShop.open(settings);
  }

  private int rows(RunningShop shop) {
    return Waiting.on(
        TestDatabase.ask(shop.application().vertx(), database, "select 1 from interaction"));
  }
}
