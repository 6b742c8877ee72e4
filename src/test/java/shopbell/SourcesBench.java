package shopbell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.security.ApiKeyScope;
import shopbell.simulate.LoadProfile;
import shopbell.simulate.Simulation;
import shopbell.simulate.SimulationResult;

/**
 * From arrival to card with three sources, one that answers in 20 ms, one in 2 s, one dead, and without any: by turns, so
 * that both meet the same machine.
 */
@Tag("sources")
class SourcesBench {
  private static final Logger LOG = LoggerFactory.getLogger(SourcesBench.class);
  private static final int CUSTOMERS = 500;
  private static final int ROUNDS = 5;
  private static final double RATE = 25;
  private static final String CONNECTOR = """
      name: desk
      source:
        steps:
          - name: found
            path: '"/tickets/" & $customer.id'
        map: |
          found.tickets.{"type": "shopbell.ticket.upserted", "data": {"id": $customer.id & "-" & id, "subject": subject}}
      """;

  @TempDir
  private Path folder;

  @Test
  void arrivalsAreAsFastWithThreeSourcesAsWithNone() throws Exception {
    Files.writeString(folder.resolve("desk.yaml"), CONNECTOR);
    try (OtherSystem quick = OtherSystem.open();
        OtherSystem slow = OtherSystem.open();
        OtherSystem dead = OtherSystem.open();
        RunningShop without = RunningShop.open();
        RunningShop with = RunningShop.open(
            sources(Map.of("quick", quick.url(), "slow", slow.url(), "dead", dead.url())))) {
      var tickets = OtherSystem.json("{\"tickets\":[{\"id\":\"1\",\"subject\":\"Late\"},"
          + "{\"id\":\"2\",\"subject\":\"Wrong\"}]}");
      quick.does(quick.after(20, tickets));
      slow.does(slow.after(2_000, tickets));
      dead.stop();
      List<RunningShop> shops = List.of(without, with);
      var keys = shops.stream().map(shop -> shop.key(ApiKeyScope.ADMIN)).toList();
      shops.forEach(SourcesBench::fill);
      List<List<SimulationResult>> results = List.of(new ArrayList<>(), new ArrayList<>());
      for (int round = -1; round < ROUNDS; round++) {
        for (int i = 0; i < 2; i++) {
          SimulationResult result = run(shops.get(i), keys.get(i));
          assertTrue(result.faultless(), result.json());
          if (round >= 0) {
            results.get(i).add(result);
          }
        }
      }
      LOG.info("{} questions to the quick one", quick.asked().size());
      told(results.get(0), results.get(1));
    }
  }

  private Map<String, String> sources(Map<String, String> urls) {
    Map<String, String> settings = new HashMap<>(Map.of("connectors.folder", folder.toString()));
    urls.forEach((name, url) -> {
      settings.put("sources." + name + ".kind", "desk");
      settings.put("sources." + name + ".url", url);
      settings.put("sources." + name + ".freshFor", "1ms");
    });
    return settings;
  }

  private static String phone(int customer) {
    return String.format(Locale.ROOT, "+4922147%05d", customer);
  }

  private static void fill(RunningShop shop) {
    for (int i = 0; i < CUSTOMERS; i++) {
      shop.tell(Event.customer("c" + i, "Customer " + i, phone(i)));
    }
  }

  private static SimulationResult run(RunningShop shop, String key)
      throws ExecutionException, InterruptedException, TimeoutException {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    try {
      LoadProfile loadProfile = new LoadProfile(
          URI.create(shop.url()),
          20,
          RATE,
          Duration.ofSeconds(20),
          Duration.ofSeconds(5),
          key,
          "events",
          IntStream.range(0, CUSTOMERS).mapToObj(SourcesBench::phone).toList());
      return new Simulation(vertx, loadProfile, said -> LOG.debug("{}", said))
          .run()
          .toCompletionStage()
          .toCompletableFuture()
          .get(5, TimeUnit.MINUTES);
    } finally {
      Waiting.on(vertx.close());
    }
  }

  private static void told(List<SimulationResult> without, List<SimulationResult> with) {
    for (int i = 0; i < without.size(); i++) {
      LOG.info(String.format(
          Locale.ROOT,
          "round %d: none p50 %.1f p99 %.1f ms; three p50 %.1f p99 %.1f ms; ratio of p50 %.2f",
          i + 1,
          without.get(i).p50(),
          without.get(i).p99(),
          with.get(i).p50(),
          with.get(i).p99(),
          with.get(i).p50() / without.get(i).p50()));
    }
    LOG.info(String.format(
        Locale.ROOT,
        "median of %d: none p50 %.1f p99 %.1f ms; three p50 %.1f p99 %.1f ms",
        ROUNDS,
        median(without.stream().map(SimulationResult::p50).toList()),
        median(without.stream().map(SimulationResult::p99).toList()),
        median(with.stream().map(SimulationResult::p50).toList()),
        median(with.stream().map(SimulationResult::p99).toList())));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
