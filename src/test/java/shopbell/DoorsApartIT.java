package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Load at one door does not affect another, and unauthenticated requests take no place in the queue. */
class DoorsApartIT {
  @Test
  void aDoorThatIsFullRefusesAndAnotherTakes() {
    String database = RunningShop.freshDatabase();
    Map<String, String> settings = new HashMap<>(Map.of("database.url", database));
    settings.put("ingress.other.kind", "cloudevents");
    settings.put("ingress.other.key", RunningShop.KEY);
    Vertx vertx = Vertx.vertx();
    try (RunningShop shop = RunningShop.open(settings).hire("anna");
        CallFlood callFlood = new CallFlood(shop.url())) {
      PgConnection lock =
          Waiting.on(PgConnection.connect(vertx, PgConnectOptions.fromUri(database)));
      Waiting.on(lock.query("begin").execute());
      Waiting.on(lock.query("lock table inbox in access exclusive mode").execute());
      Future<List<CallFlood.Rung>> sent =
          callFlood.ring(2_000, Duration.ofMillis(100), n -> CallFlood.call("+4930" + n, "anna"));
      Waiting.until("it is full", () -> underway(shop) >= 64);
      assertEquals(503, ring(shop, "events"));
      CompletableFuture<Integer> other = CompletableFuture.supplyAsync(() -> ring(shop, "other"));
      Waiting.until("the other door has let one in", () -> underway(shop) > 64);
      Waiting.on(lock.query("rollback").execute());
      assertEquals(202, other.join());
      Waiting.on(sent);
      Waiting.on(lock.close());
    } finally {
      Waiting.on(vertx.close());
    }
  }

  private static int ring(RunningShop shop, String door) {
    return shop.call("POST", "/in/" + door)
        .key(RunningShop.KEY)
        .cloudEvent(CallFlood.call("+49301", "anna"))
        .send()
        .status();
  }

  @Test
  void aSenderWithAWrongSignatureTakesNoPlace() {
    try (RunningShop shop = RunningShop.open()) {
      List<CompletableFuture<Integer>> forged = IntStream.range(0, 100)
          .mapToObj(n -> CompletableFuture.supplyAsync(() -> forged(shop)))
          .toList();
      double most = 0;
      while (!forged.stream().allMatch(CompletableFuture::isDone)) {
        most = Math.max(most, underway(shop));
      }
      forged.forEach(status -> assertEquals(401, status.join()));
      assertEquals(0, most);
    }
  }

  private static int forged(RunningShop shop) {
    return shop.call("POST", "/in/twilio-voice")
        .header("X-Twilio-Signature", "forged")
        .body("application/x-www-form-urlencoded", ("a=" + "x".repeat(3_000) + "&").repeat(300))
        .send()
        .status();
  }

  private static double underway(RunningShop shop) {
    return shop.operator("/metrics")
        .send()
        .text()
        .lines()
        .filter(line -> line.startsWith("shopbell_arrivals_underway "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
