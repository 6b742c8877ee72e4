package shopbell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shopbell.screen.KillableServer;
import shopbell.store.GeneratedCustomers;

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

  /** What a server takes in before it is measured: the compiler rests only after some ten thousand calls. */
  private static final double WARM_RATE = 150;

  private static final int WARM_SECONDS = 10;
  private static final int WARM_PARTS = 9;
  private static final int AT_A_TIME = 100;

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
    try (GeneratedCustomers generatedCustomers = GeneratedCustomers.of(customers, touchpoints)) {
      for (int round = 1; round <= rounds; round++) {
        generatedCustomers.warm(generatedCustomers.relayUrl());
        relay(generatedCustomers.relayUrl(), relay);
        generatedCustomers.warm(generatedCustomers.url());
        shopbell(generatedCustomers.url(), ours);
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
              "-DsrvPid=" + server.pid(),
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
      double p50 = Double.parseDouble(cells[9]) / 1_000;
      double p99 = Double.parseDouble(cells[10]) / 1_000;
      OUT.println("relay " + line);
      note(seen, Double.parseDouble(cells[1]), new Seen(p50, p99));
    });
  }

  /** Only what the relay gets too: arrivals. The calls end after each rate, outside the measurement. */
  private void shopbell(String url, Map<Double, List<Seen>> seen) throws Exception {
    List<String> cookies = ManyAgents.signedIn(url, agents);
    try (KillableServer server =
            KillableServer.start(Map.of("database.url", url, "http.port", "" + SERVER_PORT));
        CallFlood callFlood = new CallFlood(server.url())) {
      for (int from = 0; from < agents; from += AT_A_TIME) {
        Waiting.on(Future.all(cookies.subList(from, Math.min(agents, from + AT_A_TIME)).stream()
            .map(callFlood::seat)
            .toList()));
      }
      for (int part = 0; part < WARM_PARTS; part++) {
        rung(callFlood, WARM_RATE, WARM_SECONDS);
      }
      for (double rate : rates) {
        rung(callFlood, rate, seconds);
        ProcessorTime before = ProcessorTime.by(List.of(server));
        List<CallFlood.Rung> rung = rung(callFlood, rate, seconds);
        note(seen, rate, told(rate, rung, ProcessorTime.by(List.of(server)).since(before)));
      }
    }
  }

  private List<CallFlood.Rung> rung(CallFlood callFlood, double rate, int length) {
    List<CallFlood.Rung> rung = callFlood
        .ring(
            rate,
            Duration.ofSeconds(length),
            n -> CallFlood.call(
                GeneratedCustomers.phone(
                    1 + (int) ((n + (long) (rate * 1_000)) * 7_919L % customers)),
                ManyAgents.name(n % agents)))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
    Waiting.until(
        "every accepted call has its whole card",
        () -> rung.stream().noneMatch(each -> each.kept() && each.wholeNanos == 0));
    List<CallFlood.Rung> left = rung.stream().filter(CallFlood.Rung::kept).toList();
    for (int from = 0; from < left.size(); from += AT_A_TIME) {
      Waiting.on(Future.join(left.subList(from, Math.min(left.size(), from + AT_A_TIME)).stream()
          .map(callFlood::hangUp)
          .toList()));
    }
    return rung;
  }

  private Seen told(double rate, List<CallFlood.Rung> rung, ProcessorTime processorTime) {
    List<CallFlood.Rung> kept = rung.stream().filter(CallFlood.Rung::kept).toList();
    Seen ours = new Seen(
        CallFlood.at(kept, each -> each.wholeNanos, 0.5),
        CallFlood.at(kept, each -> each.wholeNanos, 0.99));
    OUT.printf(
        Locale.ROOT,
        "shopbell at %.0f/s: %d rang, %d refused, whole card p50 %.2f p99 %.2f max %.2f ms; of a core, each with its end: %s%n",
        rate,
        rung.size(),
        rung.size() - kept.size(),
        ours.p50(),
        ours.p99(),
        CallFlood.at(kept, each -> each.wholeNanos, 1),
        processorTime.each(rung.size()));
    return ours;
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

  private static void note(Map<Double, List<Seen>> seen, double rate, Seen now) {
    seen.computeIfAbsent(rate, first -> new ArrayList<>()).add(now);
  }

  private static Seen median(List<Seen> seen) {
    return new Seen(
        seen.stream().mapToDouble(Seen::p50).sorted().toArray()[seen.size() / 2],
        seen.stream().mapToDouble(Seen::p99).sorted().toArray()[seen.size() / 2]);
  }
}
