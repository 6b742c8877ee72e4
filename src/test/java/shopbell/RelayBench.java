package shopbell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shopbell.security.Keys;
import shopbell.security.Scope;
import shopbell.security.Tokens;
import shopbell.simulate.Load;
import shopbell.simulate.Result;
import shopbell.simulate.Simulation;
import shopbell.store.Crowd;
import shopbell.store.Database;
import shopbell.store.PgKeys;

/**
 * Shopbell and a bare relay in turn, on the same machine and the same people: {@code -Dreference=CLASSPATH} holds the relay,
 * {@code perf.Server} and its load {@code perf.Load}; {@code -Dagents -Drates -Dseconds -Drounds -Dcustomers
 * -Dtouchpoints} are sizes.
 */
@Tag("relay")
class RelayBench {
  private static final PrintStream OUT = System.out;
  private static final int SERVER_PORT = 28_080;
  private static final int RELAY_PORT = 28_600;

  private final String reference = System.getProperty("reference", "");
  private final int agents = Integer.getInteger("agents", 1_000);
  private final int seconds = Integer.getInteger("seconds", 20);
  private final int rounds = Integer.getInteger("rounds", 3);
  private final int customers = Integer.getInteger("customers", 1_000_000);
  private final int touchpoints = Integer.getInteger("touchpoints", 20_000_000);
  private final List<Double> rates = Arrays.stream(
          System.getProperty("rates", "50,100,150").split(",", -1))
      .map(Double::valueOf)
      .toList();

  /** Milliseconds from the instant an arrival was due to its card. */
  private record Seen(double p50, double p99) {}

  @Test
  void arrivalsBesideABareRelayOnTheSamePeople() throws Exception {
    assertTrue(!reference.isEmpty(), "-Dreference=CLASSPATH names the relay");
    Map<Double, List<Seen>> relay = new TreeMap<>();
    Map<Double, List<Seen>> ours = new TreeMap<>();
    try (Crowd crowd = Crowd.of(customers, touchpoints)) {
      for (int round = 1; round <= rounds; round++) {
        relay(crowd.relayUrl(), relay);
        shopbell(crowd.url(), ours);
      }
    }
    OUT.printf(
        "%d agents, %,d customers, %,d touchpoints, medians of %d rounds%n",
        agents, customers, touchpoints, rounds);
    for (double rate : rates) {
      Seen bare = median(relay.get(rate));
      Seen full = median(ours.get(rate));
      OUT.printf(
          Locale.ROOT,
          "%.0f/s: relay p50 %.2f p99 %.2f ms; shopbell p50 %.2f p99 %.2f ms; ratio %.1f and %.1f%n",
          rate,
          bare.p50(),
          bare.p99(),
          full.p50(),
          full.p99(),
          full.p50() / bare.p50(),
          full.p99() / bare.p99());
    }
  }

  private void relay(String url, Map<Double, List<Seen>> seen) throws Exception {
    Process server = java(
        reference,
        List.of("-Xmx512m", "-Dmode=summary", "-Dport=" + RELAY_PORT, "-Dpg=" + url),
        "perf.Server");
    try {
      reachable(RELAY_PORT);
      String list = String.join(",", rates.stream().map(rate -> "" + rate).toList());
      Process load = java(
          reference,
          List.of(
              "-Xmx1g",
              "-Dport=" + RELAY_PORT,
              "-Dagents=" + agents,
              "-Drates=" + list,
              "-Dsecs=" + seconds,
              "-Dcustomers=" + customers),
          "perf.Load");
      read(load, seen);
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  /** The load says one line of figures for each rate, its times in microseconds. */
  private static void read(Process load, Map<Double, List<Seen>> seen) throws IOException {
    String said =
        new String(load.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    said.lines().filter(line -> line.startsWith(",")).forEach(line -> {
      String[] cells = line.split(",", -1);
      note(
          seen,
          Double.parseDouble(cells[1]),
          Double.parseDouble(cells[9]) / 1_000,
          Double.parseDouble(cells[10]) / 1_000);
    });
  }

  private void shopbell(String url, Map<Double, List<Seen>> seen) throws Exception {
    Path config = Files.createTempFile("relay", ".yaml");
    Files.writeString(
        config,
        "ingress:\n  events:\n    kind: cloudevents\nhttp:\n  port: " + SERVER_PORT
            + "\nmanagement:\n  port: 0\ndatabase:\n  url: " + url + "\n");
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    String key = key(vertx, url);
    String classpath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process server = java(
        classpath, List.of("-Xmx2g"), "shopbell.cli.Main", "serve", "--config", config.toString());
    try {
      reachable(SERVER_PORT);
      run(vertx, key, rates.get(0), 20);
      for (double rate : rates) {
        Result result = run(vertx, key, rate, seconds);
        OUT.printf(Locale.ROOT, "shopbell at %.0f/s: %s%n", rate, result.json());
        note(seen, rate, result.p50(), result.p99());
      }
    } finally {
      server.destroy();
      server.waitFor();
      Waiting.on(vertx.close());
      Files.delete(config);
    }
  }

  private Result run(Vertx vertx, String key, double rate, int length) {
    List<String> numbers = IntStream.range(0, 100_000)
        .mapToObj(n -> Crowd.phone(1 + (int) (n * 7_919L % customers)))
        .toList();
    Load load = new Load(
        URI.create("http://127.0.0.1:" + SERVER_PORT),
        agents,
        rate,
        Duration.ofSeconds(length),
        Duration.ofSeconds(5),
        key,
        "events",
        numbers);
    return new Simulation(vertx, load, told -> {})
        .run()
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private static String key(Vertx vertx, String url) {
    Database database = Waiting.on(Database.open(vertx, url));
    // always the same, so that later rounds find the agents made
    String secret = "relay-bench-0000000000000000000000000000000";
    Keys.Named named = new Keys.Named("relay", Scope.ADMIN, Instant.now());
    Waiting.on(new PgKeys(database).put(named, Tokens.hash(secret)));
    Waiting.on(database.close());
    return secret;
  }

  static Process java(String classpath, List<String> options, String... main) throws IOException {
    List<String> command = new ArrayList<>(
        List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(options);
    command.addAll(List.of("-cp", classpath));
    command.addAll(List.of(main));
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  static void reachable(int port) {
    Waiting.until("port " + port + " answers", () -> {
      try (java.net.Socket socket =
          new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), port)) {
        return socket.isConnected();
      } catch (IOException notYet) {
        return false;
      }
    });
  }

  private static void note(Map<Double, List<Seen>> seen, double rate, double p50, double p99) {
    seen.computeIfAbsent(rate, first -> new ArrayList<>()).add(new Seen(p50, p99));
  }

  private static Seen median(List<Seen> seen) {
    return new Seen(
        seen.stream().mapToDouble(Seen::p50).sorted().toArray()[seen.size() / 2],
        seen.stream().mapToDouble(Seen::p99).sorted().toArray()[seen.size() / 2]);
  }
}
