package shopbell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shopbell.store.TestDatabase;

/**
 * The cost of connected, idle agents, here and at a bare relay in turn: the live heap after a collection, and the
 * processor's time. {@code -Dreference=CLASSPATH -Dagents -Dwarm -Dseconds -Drounds}; with {@code -Dother=OPTION} the
 * same server runs in turn with that option of the JVM too.
 */
@Tag("idle")
class IdleBench {
  private static final int SERVER_PORT = 28_180;
  private static final int RELAY_PORT = 28_700;
  private static final int WARM = 200;
  private static final int REST_SECONDS = 5;
  private static final String PEOPLE = """
      with made as (insert into app_user (name, role, secret)
        select 'idle-' || n, 'agent', '-' from generate_series(1, :agents) n returning name)
      insert into session (token, name, expires_at)
      select translate(rtrim(encode(sha256(convert_to(name, 'UTF8')), 'base64'), '='), '+/', '-_'), name, now() + interval '1 day'
      from made
      """;

  private final String reference = System.getProperty("reference", "");
  private final int agents = Integer.getInteger("agents", 10_000);
  private final int warm = Integer.getInteger("warm", 60);
  private final int seconds = Integer.getInteger("seconds", 60);
  private final int rounds = Integer.getInteger("rounds", 3);
  private final String other = System.getProperty("other", "");

  /** Kibibytes alive for each agent, and hundredths of one core, with them and without. */
  private record Cost(double heap, double busy, double alone) {}

  @Test
  void idleAgentsHereAndAtABareRelay() throws Exception {
    assertTrue(!reference.isEmpty(), "-Dreference=CLASSPATH names the relay");
    List<Cost> relay = new ArrayList<>();
    List<Cost> ours = new ArrayList<>();
    List<Cost> others = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      noted("relay", relay, relay());
      noted("shopbell", ours, shopbell(List.of("-Xmx2g")));
      if (!other.isEmpty()) {
        noted(other, others, shopbell(List.of("-Xmx2g", other)));
      }
    }
    System.out.printf("%d agents, medians of %d%n", agents, rounds);
    told("relay", median(relay));
    told("shopbell", median(ours));
    if (!other.isEmpty()) {
      told(other, median(others));
    }
  }

  private static void noted(String who, List<Cost> costs, Cost cost) {
    costs.add(cost);
    told(who, cost);
  }

  private static void told(String who, Cost cost) {
    System.out.printf(
        Locale.ROOT,
        "%s: heap each %.1f KiB; of one core %.2f %% with and %.2f %% without agents%n",
        who,
        cost.heap(),
        cost.busy(),
        cost.alone());
  }

  private Cost relay() throws Exception {
    Process server = RelayBench.java(
        reference, List.of("-Xmx2g", "-Dmode=relay", "-Dport=" + RELAY_PORT), "perf.Server");
    try {
      RelayBench.reachable(RELAY_PORT);
      return cost(server, "ws://127.0.0.1:" + RELAY_PORT + "/ws/a#", "none");
    } finally {
      end(server);
    }
  }

  private Cost shopbell(List<String> options) throws Exception {
    Vertx vertx = Vertx.vertx();
    String database = TestDatabase.url(vertx);
    Path config = Files.createTempFile("idle", ".yaml");
    Files.writeString(
        config,
        "http:\n  port: " + SERVER_PORT + "\nmanagement:\n  port: 0\ndatabase:\n  url: " + database
            + "\n");
    Process server = RelayBench.java(
        classpath(), options, "shopbell.cli.Main", "serve", "--config", config.toString());
    try {
      RelayBench.reachable(SERVER_PORT);
      Waiting.on(TestDatabase.ask(vertx, database, PEOPLE.replace(":agents", "" + agents)));
      return cost(server, "ws://127.0.0.1:" + SERVER_PORT + "/ws/desk", "shopbell_session=idle-#");
    } finally {
      end(server);
      Waiting.on(vertx.close());
      Files.delete(config);
    }
  }

  private Cost cost(Process server, String url, String cookie) throws Exception {
    end(crowd(WARM, url, cookie));
    long before = alive(server);
    Process crowd = crowd(agents, url, cookie);
    double busy;
    double heap;
    try {
      // the first pings warm what the later ones need
      TimeUnit.SECONDS.sleep(warm);
      busy = busy(server);
      heap = (alive(server) - before) / 1024.0 / agents;
      assertTrue(crowd.isAlive());
    } finally {
      end(crowd);
    }
    // last, when the compiler is idle
    TimeUnit.SECONDS.sleep(REST_SECONDS);
    return new Cost(heap, busy, busy(server));
  }

  private Process crowd(int count, String url, String cookie) throws IOException {
    Process crowd = RelayBench.java(
        classpath(), List.of("-Xmx1g"), "shopbell.IdleCrowd", "" + count, url, cookie);
    BufferedReader says = crowd.inputReader(UTF_8);
    assertEquals("open", says.readLine());
    return crowd;
  }

  /** Hundredths of one core, over the measured time. */
  private double busy(Process server) throws InterruptedException {
    Duration before = server.info().totalCpuDuration().orElseThrow();
    long began = System.nanoTime();
    TimeUnit.SECONDS.sleep(seconds);
    Duration used = server.info().totalCpuDuration().orElseThrow().minus(before);
    return 100.0 * used.toNanos() / (System.nanoTime() - began);
  }

  /** Bytes that are still there after a collection. */
  private static long alive(Process server) throws IOException {
    Process histogram = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
            "" + server.pid(),
            "GC.class_histogram")
        .start();
    List<String> lines = histogram.inputReader(UTF_8).lines().toList();
    if (Boolean.getBoolean("histogram")) {
      lines.stream().limit(45).forEach(System.out::println);
    }
    String total = lines.get(lines.size() - 1);
    return Long.parseLong(total.trim().split("\\s+", -1)[2]);
  }

  private static void end(Process process) throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  private static String classpath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static Cost median(List<Cost> costs) {
    return new Cost(
        median(costs, Cost::heap), median(costs, Cost::busy), median(costs, Cost::alone));
  }

  private static double median(List<Cost> costs, ToDoubleFunction<Cost> of) {
    return costs.stream().mapToDouble(of).sorted().toArray()[costs.size() / 2];
  }
}
