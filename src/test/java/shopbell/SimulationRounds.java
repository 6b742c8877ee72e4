package shopbell;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToDoubleFunction;
import shopbell.simulate.LoadProfile;
import shopbell.simulate.Simulation;
import shopbell.simulate.SimulationResult;

/** The results of repeated simulations, and their median. */
final class SimulationRounds {
  private static final int AGENTS = 20;

  private final List<SimulationResult> results = new ArrayList<>();

  /** One more round: calls ring {@code rate} times a second for ten seconds, from those {@code numbers}. */
  void run(String url, String key, double rate, List<String> numbers)
      throws InterruptedException, ExecutionException, TimeoutException {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    try {
      LoadProfile loadProfile = new LoadProfile(
          URI.create(url),
          AGENTS,
          rate,
          Duration.ofSeconds(10),
          Duration.ofSeconds(2),
          key,
          "events",
          numbers);
      results.add(new Simulation(vertx, loadProfile, said -> {})
          .run()
          .toCompletionStage()
          .toCompletableFuture()
          .get(10, TimeUnit.MINUTES));
    } finally {
      Waiting.on(vertx.close());
    }
  }

  double median(ToDoubleFunction<SimulationResult> figure) {
    return results.stream().mapToDouble(figure).sorted().toArray()[results.size() / 2];
  }

  /** The first was for warming up. */
  void forget() {
    results.clear();
  }

  long lost() {
    return results.stream().mapToLong(SimulationResult::lost).sum();
  }
}
