package shopbell;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shopbell.screen.KillableServer;

/**
 * {@code -Dagents=10000} browsers reconnect at once to a server that has just started, with {@code -Dcalls=1000} open
 * calls. Browsers are not restarted, so round 0 warms up the process that simulates them.
 */
@Tag("reconnect")
class ReconnectBench {
  private static final PrintStream OUT = System.out;

  @Test
  void everybodyComesBackAtOnceAfterARestart() throws IOException {
    int agents = Integer.getInteger("agents", 10_000);
    int calls = Integer.getInteger("calls", 1_000);
    String database = RunningShop.freshDatabase();
    List<String> cookies;
    try (RunningShop shop = RunningShop.open(Map.of("database.url", database))) {
      cookies = ManyAgents.signedIn(database, agents);
      for (int call = 0; call < calls; call++) {
        String phone = String.format(Locale.ROOT, "+4922147%05d", call);
        shop.tell(
            Event.customer("c" + call, "Customer " + call, phone),
            CallFlood.call(phone, ManyAgents.name(call % agents)));
      }
    }
    for (int round = 0; round <= Integer.getInteger("rounds", 3); round++) {
      try (KillableServer server = KillableServer.start(
              Map.of("database.url", database, "http.port", Integer.toString(freePort())));
          CallFlood browsers = new CallFlood(server.url())) {
        Duration begin = server.busy();
        round(round, browsers, cookies);
        OUT.printf(
            Locale.ROOT,
            "round %d: %d ms of processor for the server%n",
            round,
            server.busy().minus(begin).toMillis());
      }
    }
  }

  private static void round(int round, CallFlood browsers, List<String> cookies) {
    List<Long> took = new ArrayList<>();
    long begin = System.nanoTime();
    List<Future<?>> back = new ArrayList<>();
    for (String cookie : cookies) {
      back.add(browsers.seat(cookie).onSuccess(there -> took.add(System.nanoTime() - begin)));
    }
    Future.join(back)
        .toCompletionStage()
        .toCompletableFuture()
        .handle((all, none) -> true)
        .join();
    List<Long> sorted = took.stream().sorted().toList();
    long whole = browsers.welcomes.stream()
        .flatMap(welcome -> welcome.getJsonArray("desk").stream())
        .filter(card -> !card.toString().contains("\"customer\":null,\"value\""))
        .count();
    OUT.printf(
        Locale.ROOT,
        "round %d: %d of %d back, %d cards, %d of them whole; p50 %d ms, p99 %d ms, the last %d ms%n",
        round,
        sorted.size(),
        cookies.size(),
        cards(browsers),
        whole,
        millis(sorted, 0.5),
        millis(sorted, 0.99),
        millis(sorted, 1));
  }

  private static long cards(CallFlood browsers) {
    return browsers.welcomes.stream()
        .mapToLong(welcome -> welcome.getJsonArray("desk").size())
        .sum();
  }

  private static long millis(List<Long> sorted, double percentile) {
    int place = (int) Math.min(sorted.size() - 1, sorted.size() * percentile);
    return sorted.isEmpty() ? 0 : TimeUnit.NANOSECONDS.toMillis(sorted.get(place));
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }
}
