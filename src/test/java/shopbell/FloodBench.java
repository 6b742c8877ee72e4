package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shopbell.screen.KillableServer;

/**
 * A server process that carries {@code -Drated=100} arrivals a second gets ten times as many for {@code -Dseconds=10}, and
 * then again what it carries, {@code -Drounds=3} times.
 */
@Tag("flood")
class FloodBench {
  private static final PrintStream OUT = System.out;
  private static final int AGENTS = 50;
  private static final int CUSTOMERS = 2_000;
  private static final double LATE_MILLIS = 1_000;

  private final int rated = Integer.getInteger("rated", 100);
  private final Duration length = Duration.ofSeconds(Integer.getInteger("seconds", 10));

  @Test
  void acceptedCallsOfAFloodAreShownInTimeAndTheServerRecoversSoon() throws IOException {
    String database = RunningShop.freshDatabase();
    List<String> cookies = new ArrayList<>();
    try (RunningShop shop = RunningShop.open(Map.of("database.url", database))) {
      for (int agent = 0; agent < AGENTS; agent++) {
        cookies.add(shop.hire("agent-" + agent, "support").signIn("agent-" + agent));
      }
      for (int customer = 0; customer < CUSTOMERS; customer++) {
        shop.tell(Event.customer("c" + customer, "Customer " + customer, phone(customer)));
      }
    }
    for (int round = 1; round <= Integer.getInteger("rounds", 3); round++) {
      try (KillableServer server = KillableServer.start(
              Map.of("database.url", database, "http.port", Integer.toString(freePort())));
          CallFlood callFlood = new CallFlood(server.url())) {
        cookies.forEach(cookie -> Waiting.on(callFlood.seat(cookie)));
        round(round, callFlood);
      }
    }
  }

  private void round(int round, CallFlood callFlood) {
    told(round, "cold, a third", rung(callFlood, rated / 3.0));
    told(round, "cold, rated", rung(callFlood, rated));
    told(round, "warm, rated", rung(callFlood, rated));
    told(round, "flood", rung(callFlood, 10 * rated));
    long over = System.nanoTime();
    List<CallFlood.Rung> after = rung(callFlood, rated);
    told(round, "afterwards", after);
    long last = after.stream()
        .filter(each -> !each.kept() || millis(each, each.wholeNanos) > LATE_MILLIS)
        .mapToLong(each -> each.dueNanos)
        .max()
        .orElse(over);
    OUT.printf(
        Locale.ROOT, "round %d: recovered %.1f s after its end%n", round, (last - over) / 1e9);
  }

  private List<CallFlood.Rung> rung(CallFlood callFlood, double rate) {
    List<CallFlood.Rung> rung = callFlood
        .ring(rate, length, n -> CallFlood.call(phone(n * 7 % CUSTOMERS), "agent-" + n % AGENTS))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
    Waiting.until(
        "every accepted call has its whole card",
        () -> rung.stream().noneMatch(each -> each.kept() && each.wholeNanos == 0));
    return rung;
  }

  private static void told(int round, String phase, List<CallFlood.Rung> rung) {
    List<CallFlood.Rung> kept = rung.stream().filter(CallFlood.Rung::kept).toList();
    List<CallFlood.Rung> refused =
        rung.stream().filter(each -> each.status == 503).toList();
    assertEquals(rung.size(), kept.size() + refused.size());
    OUT.printf(
        Locale.ROOT,
        "round %d, %s: %d sent, %d accepted, %d refused (p99 %.0f ms); accepted: on the desk p50 %.0f p99 %.0f max %.0f ms, whole p50 %.0f p99 %.0f max %.0f ms%n",
        round,
        phase,
        rung.size(),
        kept.size(),
        refused.size(),
        CallFlood.at(refused, each -> each.answeredNanos, 0.99),
        CallFlood.at(kept, each -> each.shownNanos, 0.5),
        CallFlood.at(kept, each -> each.shownNanos, 0.99),
        CallFlood.at(kept, each -> each.shownNanos, 1),
        CallFlood.at(kept, each -> each.wholeNanos, 0.5),
        CallFlood.at(kept, each -> each.wholeNanos, 0.99),
        CallFlood.at(kept, each -> each.wholeNanos, 1));
  }

  private static double millis(CallFlood.Rung rung, long nanos) {
    return (nanos - rung.dueNanos) / 1e6;
  }

  /** With a port that is given the server has as many event loops as in production. */
  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private static String phone(int customer) {
    return String.format(Locale.ROOT, "+4922147%05d", customer);
  }
}
