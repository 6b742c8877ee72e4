package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shopbell.security.ApiKeyScope;
import shopbell.simulate.SimulationResult;
import shopbell.store.VisitLoad;

/** Visitors' steps as fast as they are accepted and ringing calls, each alone and both at once, in turn. */
@Tag("together")
class TogetherBench {
  private static final PrintStream OUT = System.out;
  private static final int CUSTOMERS = 500;
  private static final int SENDERS = 4;

  private final int rounds = Integer.getInteger("rounds", 3);
  private final double rate = Integer.getInteger("rate", 30);
  private final List<String> numbers =
      IntStream.range(0, CUSTOMERS).mapToObj(n -> "+49301230" + (1_000 + n)).toList();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final VisitLoad visitLoad = new VisitLoad();
  private int sent;

  private final SimulationRounds calls = new SimulationRounds();
  private final SimulationRounds callsBeside = new SimulationRounds();
  private final List<Double> steps = new ArrayList<>();
  private final List<Double> stepsBeside = new ArrayList<>();

  @Test
  void neitherStarvesTheOther() throws Exception {
    try (RunningShop shop = RunningShop.open()) {
      for (int n = 0; n < CUSTOMERS; n++) {
        shop.tell(Event.customer("c" + n, "Customer " + n, numbers.get(n)));
      }
      String key = shop.key(ApiKeyScope.ADMIN);
      round(shop, key);
      List.of(calls, callsBeside).forEach(SimulationRounds::forget);
      List.of(steps, stepsBeside).forEach(List::clear);
      for (int round = 1; round <= rounds; round++) {
        round(shop, key);
      }
    }
    say("calls alone", calls);
    say("calls beside steps", callsBeside);
    OUT.printf(
        Locale.ROOT,
        "steps/s alone %.0f, beside calls %.0f, ratio %.2f%n",
        median(steps),
        median(stepsBeside),
        median(stepsBeside) / median(steps));
  }

  private void round(RunningShop shop, String key) throws Exception {
    calls.run(shop.url(), key, rate, numbers);
    steps.add(steps(shop, new AtomicBoolean(), Duration.ofSeconds(10)));
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Double> beside =
        CompletableFuture.supplyAsync(() -> steps(shop, over, Duration.ofMinutes(5)));
    callsBeside.run(shop.url(), key, rate, numbers);
    over.set(true);
    stepsBeside.add(beside.join());
  }

  private static void say(String what, SimulationRounds simulationRounds) {
    OUT.printf(
        Locale.ROOT,
        "%s: p50 %.1f p99 %.1f ms, lost %d%n",
        what,
        simulationRounds.median(SimulationResult::p50),
        simulationRounds.median(SimulationResult::p99),
        simulationRounds.lost());
  }

  private static double median(List<Double> figures) {
    return figures.stream().sorted().toList().get(figures.size() / 2);
  }

  /** Steps a second that were answered 200, until it is {@code over} or {@code longest} has passed. */
  private double steps(RunningShop shop, AtomicBoolean over, Duration longest) {
    URI address = URI.create(shop.url() + "/v1/batch?writeKey=" + shop.key(ApiKeyScope.JOURNEY));
    AtomicInteger taken = new AtomicInteger();
    Instant begin = Instant.now();
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    List<CompletableFuture<Void>> all = IntStream.range(0, SENDERS)
        .mapToObj(n -> CompletableFuture.runAsync(
            () -> {
              while (!over.get() && Instant.now().isBefore(begin.plus(longest))) {
                post(address);
                taken.addAndGet(VisitLoad.IN_BATCH);
              }
            },
            senders))
        .toList();
    all.forEach(CompletableFuture::join);
    senders.shutdown();
    return taken.get() * 1_000.0 / Duration.between(begin, Instant.now()).toMillis();
  }

  private synchronized byte[] body() {
    return visitLoad.bodies("together-" + sent++, VisitLoad.IN_BATCH).get(0);
  }

  private void post(URI address) {
    HttpRequest request = HttpRequest.newBuilder(address)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body()))
        .build();
    try {
      assertEquals(
          200, http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
