package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arrivals a second through a mapped door, and the same as CloudEvents through a door in Java, in turn. */
@Tag("mapped")
class MappedBench {
  private static final PrintStream OUT = System.out;
  private static final int ROUNDS = 3;
  private static final int EVENTS = 3_000;
  private static final int SENDERS = 16;
  private static final String FILE = """
      name: bench
      door:
        map: |
          {
            "type": "shopbell.interaction.ringing",
            "id": body.call.id,
            "data": {
              "interaction": body.call.id,
              "channel": "call",
              "direction": body.call.inbound ? "in" : "out",
              "from": body.call.caller.number,
              "agents": body.call.ringing[state="ringing"].extension
            }
          }
      """;

  @TempDir
  Path folder;

  @Test
  void eventsASecondThroughAMapBesideADoorInJava() throws Exception {
    Files.writeString(folder.resolve("bench.yaml"), FILE);
    try (RunningShop shop = RunningShop.open(Map.of(
        "connectors.folder",
        folder.toString(),
        "ingress.bench.kind",
        "bench",
        "ingress.bench.key",
        RunningShop.KEY))) {
      sent(EVENTS, n -> mapped(shop, "warm-" + n));
      sent(EVENTS, n -> told(shop, "warm-" + n));
      List<Double> ratios = new ArrayList<>();
      for (int round = 1; round <= ROUNDS; round++) {
        String mark = round + "-";
        double byMap = sent(EVENTS, n -> mapped(shop, mark + n));
        double byJava = sent(EVENTS, n -> told(shop, mark + n));
        OUT.printf(
            Locale.ROOT, "round %d: %,.0f events/s by map, %,.0f by Java%n", round, byMap, byJava);
        ratios.add(byMap / byJava);
      }
      ratios.sort(Double::compare);
      OUT.printf(Locale.ROOT, "median ratio %.2f%n", ratios.get(ROUNDS / 2));
    }
  }

  private static int mapped(RunningShop shop, String id) {
    Map<String, Object> call = Map.of(
        "id",
        "m-" + id,
        "inbound",
        true,
        "caller",
        Map.of("number", "+4922147111"),
        "ringing",
        List.of(Map.of("extension", "101", "state", "ringing")));
    return shop.call("POST", "/in/bench")
        .key(RunningShop.KEY)
        .json(Map.of("call", call))
        .send()
        .status();
  }

  private static int told(RunningShop shop, String id) {
    return shop.call("POST", "/in/events")
        .key(RunningShop.KEY)
        .cloudEvent(Event.ringing("n-" + id, "+4922147111", "101"))
        .send()
        .status();
  }

  /** Requests per second, by senders who each wait for the response. */
  private static double sent(int events, IntFunction<Integer> one)
      throws InterruptedException, ExecutionException {
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    long begun = System.nanoTime();
    List<Future<Integer>> answers = new ArrayList<>();
    for (int n = 0; n < events; n++) {
      int number = n;
      answers.add(senders.submit(() -> one.apply(number)));
    }
    for (Future<Integer> answer : answers) {
      assertEquals(2, answer.get() / 100);
    }
    senders.shutdown();
    return events * 1e9 / (System.nanoTime() - begun);
  }
}
