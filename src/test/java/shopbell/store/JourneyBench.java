package shopbell.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.RunningShop;
import shopbell.Waiting;
import shopbell.security.ApiKeyScope;

/**
 * Events per second over HTTP, compared to a bare COPY of the very rows they became into a table with the same
 * partitions and indexes.
 */
@Tag("journey")
class JourneyBench {
  private static final Logger LOG = LoggerFactory.getLogger(JourneyBench.class);
  private static final int ROUNDS = 3;
  private static final int EVENTS = 300_000;
  private static final int CONNECTIONS = 16;
  private static final String BARE = """
      drop table if exists bare;
      create table bare (like touchpoint including all) partition by range (at);
      create table bare_now partition of bare for values from ('2000-01-01') to ('2100-01-01')
      """;

  private final VisitLoad visitLoad = new VisitLoad();

  @Test
  void eventsASecondAndTheRatioToABareCopy() throws IOException {
    String url = RunningShop.freshDatabase();
    Path file = Files.createTempFile("journey", ".copy");
    Vertx vertx = Vertx.vertx();
    // a port that is known beforehand is shared by as many servers as there are cores
    Map<String, String> settings = Map.of("database.url", url, "http.port", "" + freePort());
    try (RunningShop shop = RunningShop.open(settings)) {
      PgConnection sql = Waiting.on(PgConnection.connect(vertx, PgConnectOptions.fromUri(url)));
      String key = shop.key(ApiKeyScope.JOURNEY);
      send(shop, key, visitLoad.bodies("warm", EVENTS / 10));
      List<Double> rates = new ArrayList<>();
      List<Double> ratios = new ArrayList<>();
      for (int round = 1; round <= ROUNDS; round++) {
        double events = written(shop, sql, key, round);
        double rows = copied(sql, file);
        LOG.info("round {}: {} events/s, {} rows/s by COPY", round, (int) events, (int) rows);
        rates.add(events);
        ratios.add(events / rows);
      }
      LOG.info("median {} events/s, {} of a bare COPY", (int) median(rates), median(ratios));
      assertTrue(median(ratios) > 0.1, "far below what it was");
    } finally {
      Waiting.on(vertx.close());
      Files.delete(file);
    }
  }

  private double written(RunningShop shop, PgConnection sql, String key, int round) {
    run(sql, "truncate touchpoint");
    run(sql, "checkpoint");
    List<byte[]> bodies = visitLoad.bodies("round" + round, EVENTS);
    ProcessorTimeUsed before = ProcessorTimeUsed.now();
    double events = EVENTS / seconds(send(shop, key, bodies));
    LOG.info(
        "round {}: of the processor {} for each event",
        round,
        ProcessorTimeUsed.now().since(before, EVENTS));
    assertEquals(EVENTS, count(sql, "touchpoint"));
    return events;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private static double copied(PgConnection sql, Path file) {
    run(sql, "copy (select * from touchpoint) to '" + file + ".rows'");
    run(sql, BARE);
    run(sql, "checkpoint");
    Instant began = Instant.now();
    ProcessorTimeUsed before = ProcessorTimeUsed.now();
    run(sql, "copy bare from '" + file + ".rows'");
    LOG.info(
        "bare COPY: of the processor {} for each row",
        ProcessorTimeUsed.now().since(before, EVENTS));
    double rows = EVENTS / seconds(Duration.between(began, Instant.now()));
    assertEquals(EVENTS, count(sql, "bare"));
    return rows;
  }

  private Duration send(RunningShop shop, String key, List<byte[]> bodies) {
    URI address = URI.create(shop.url() + "/v1/batch?writeKey=" + key);
    HttpClient http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    AtomicInteger next = new AtomicInteger();
    Instant began = Instant.now();
    List<Thread> senders = new ArrayList<>();
    List<Integer> refused = java.util.Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < CONNECTIONS; i++) {
      Thread sender = new Thread(() -> {
        for (int at = next.getAndIncrement(); at < bodies.size(); at = next.getAndIncrement()) {
          int status = post(http, address, bodies.get(at));
          if (status != 200) {
            refused.add(status);
          }
        }
      });
      sender.start();
      senders.add(sender);
    }
    senders.forEach(JourneyBench::join);
    assertEquals(List.of(), refused);
    return Duration.between(began, Instant.now());
  }

  private static int post(HttpClient http, URI address, byte[] body) {
    try {
      return http.send(
              HttpRequest.newBuilder(address)
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void run(PgConnection sql, String statement) {
    Waiting.on(sql.query(statement).execute());
  }

  private static int count(PgConnection sql, String table) {
    return Waiting.on(sql.query("select count(*) from " + table).execute())
        .iterator()
        .next()
        .getInteger(0);
  }

  private static double seconds(Duration took) {
    return took.toNanos() / 1e9;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
