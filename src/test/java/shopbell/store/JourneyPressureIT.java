package shopbell.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shopbell.Answer;
import shopbell.RunningShop;
import shopbell.Waiting;
import shopbell.security.ApiKeyScope;
import shopbell.store.sql.Database;

/** More visits arrive than the store can write; the test holds the very lock its writers wait for. */
class JourneyPressureIT {
  private static final int IN_BATCH = 2_500;
  private static final int BATCHES = 20;
  private static final List<String> BODIES =
      IntStream.range(0, BATCHES).mapToObj(JourneyPressureIT::body).toList();
  private static final String HOLD = "select pg_advisory_xact_lock($1)";
  private static final long WRITERS = 0x5348_4f50_4a4f_5552L;

  @Test
  void anOverloadedIntakeNamesTheTimeToRetryAndLosesNothing() {
    String url = RunningShop.freshDatabase();
    Vertx vertx = Vertx.vertx();
    ExecutorService senders = Executors.newFixedThreadPool(BATCHES);
    try (RunningShop shop = RunningShop.open(Map.of("database.url", url))) {
      Database beside = Waiting.on(Database.open(vertx, url));
      String key = shop.key(ApiKeyScope.JOURNEY);
      List<CompletableFuture<Answer>> sent = new ArrayList<>();
      Waiting.on(beside.transaction(connection -> connection
          .preparedQuery(HOLD)
          .execute(Tuple.of(WRITERS))
          .compose(held -> vertx.executeBlocking(() -> refused(shop, key, senders, sent)))));
      List<Integer> again = IntStream.range(0, BATCHES)
          .filter(i -> sent.get(i).join().status() != 200)
          .boxed()
          .toList();
      assertTrue(again.size() < BATCHES, "those that waited were kept");
      again.forEach(i -> send(shop, key, i).expect(200));
      IntStream.range(0, BATCHES).forEach(i -> send(shop, key, i).expect(200));
      assertEquals(BATCHES * IN_BATCH, count(beside));
      Waiting.on(beside.close());
    } finally {
      senders.shutdown();
      Waiting.on(vertx.close());
    }
  }

  private static int count(Database database) {
    return Waiting.on(database.query("select count(*)::int from touchpoint", Tuple.tuple()))
        .iterator()
        .next()
        .getInteger(0);
  }

  private static Answer refused(
      RunningShop shop, String key, ExecutorService senders, List<CompletableFuture<Answer>> sent) {
    for (int i = 0; i < BATCHES; i++) {
      int batch = i;
      sent.add(CompletableFuture.supplyAsync(() -> send(shop, key, batch), senders));
    }
    Waiting.until("one is sent away", () -> sent.stream().anyMatch(JourneyPressureIT::away));
    Answer away =
        sent.stream().filter(JourneyPressureIT::away).findFirst().orElseThrow().join();
    assertTrue(Integer.parseInt(away.header("Retry-After")) > 0);
    away.problem(429);
    return away;
  }

  private static boolean away(CompletableFuture<Answer> sent) {
    return sent.isDone() && sent.join().status() == 429;
  }

  private static Answer send(RunningShop shop, String key, int batch) {
    return shop.call("POST", "/v1/batch?writeKey=" + key)
        .body("application/json", BODIES.get(batch))
        .send();
  }

  private static String body(int batch) {
    return IntStream.range(0, IN_BATCH)
        .mapToObj(i ->
            "{\"type\":\"page\",\"anonymousId\":\"c%d\",\"messageId\":\"%d-%d\",\"timestamp\":\"2026-03-10T10:00:00Z\"}"
                .formatted(i, batch, i))
        .collect(Collectors.joining(",", "{\"batch\":[", "]}"));
  }
}
