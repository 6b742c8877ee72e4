package shopbell;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shopbell.demo.Demo;
import shopbell.store.TestDatabase;
import shopbell.store.embedded.EmbeddedPostgres;

/**
 * The first seconds after a start, for several ways to start in turn: {@code -Dways=FILE} has one a line,
 * {@code NAME COMMAND}, such as {@code now java -Xmx2g -jar target/shopbell.jar serve}; {@code -Dfolder} is a demo's
 * database, whose customers call. {@code -Dagents -Drate -Dseconds -Drounds -Didle} are sizes; {@code idle} is the
 * pause before the first call, in seconds.
 */
@Tag("cold")
class ColdBench {
  private static final PrintStream OUT = System.out;
  private static final int PORT = 28_380;
  private static final int WINDOW_SECONDS = 5;
  private static final String PEOPLE = """
      with made as (insert into app_user (name, role, secret)
        select 'agent-' || n, 'agent', '-' from generate_series(0, :agents - 1) n on conflict do nothing)
      insert into session (token, name, expires_at)
      select translate(rtrim(encode(sha256(convert_to('agent-' || n, 'UTF8')), 'base64'), '='), '+/', '-_'), 'agent-' || n,
        now() + interval '1 day'
      from generate_series(0, :agents - 1) n on conflict do nothing
      """;

  private final String folder = System.getProperty("folder", "data/demo");
  private final int agents = Integer.getInteger("agents", 1_000);
  private final int rate = Integer.getInteger("rate", 200);
  private final int seconds = Integer.getInteger("seconds", 25);
  private final int idle = Integer.getInteger("idle", 0);
  private final List<String> numbers = Demo.numbers();
  private final Map<String, List<double[]>> figures = new TreeMap<>();

  @Test
  void theFirstSecondsOfSeveralWaysToStart() throws Exception {
    List<String> ways = Files.readAllLines(Path.of(System.getProperty("ways"))).stream()
        .filter(line -> !line.isBlank())
        .toList();
    hire();
    for (int round = 1; round <= Integer.getInteger("rounds", 3); round++) {
      for (String way : ways) {
        String[] parts = way.strip().split("\\s+", 2);
        started(parts[0], List.of(parts[1].split("\\s+", -1)));
      }
    }
    OUT.println(
        "medians: ready s, refused, p50 and p99 ms, server's processor s in both halves; then p99 of each "
            + WINDOW_SECONDS + " s");
    figures.forEach((name, rounds) -> told(name, median(rounds)));
  }

  private void hire() throws IOException {
    Vertx vertx = Vertx.vertx();
    try (EmbeddedPostgres database = EmbeddedPostgres.start(Path.of(folder))) {
      Waiting.on(TestDatabase.ask(vertx, database.url(), PEOPLE.replace(":agents", "" + agents)));
    }
    Waiting.on(vertx.close());
  }

  private void started(String name, List<String> command) throws Exception {
    Path says = Files.createTempFile("cold", ".log");
    long begun = System.nanoTime();
    Process server = start(command, says);
    try (CallFlood callFlood = new CallFlood("http://127.0.0.1:" + PORT)) {
      Waiting.until(
          "it is ready", () -> server.isAlive() && text(says).contains("Shopbell is ready"));
      double ready = (System.nanoTime() - begun) / 1e9;
      TimeUnit.SECONDS.sleep(idle);
      for (int agent = 0; agent < agents; agent++) {
        Waiting.on(callFlood.seat("shopbell_session=agent-" + agent));
      }
      double[] figure = rung(callFlood, server, ready);
      told(name, figure);
      figures.computeIfAbsent(name, first -> new ArrayList<>()).add(figure);
    } finally {
      server.destroy();
      server.waitFor();
      Files.delete(says);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process start(List<String> command, Path says) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(says.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("SHOPBELL_DATABASE_URL", "embedded:" + folder);
    environment.put("SHOPBELL_HTTP_PORT", "" + PORT);
    environment.put("SHOPBELL_MANAGEMENT_PORT", "0");
    environment.put("SHOPBELL_INGRESS_EVENTS_KIND", "cloudevents");
    environment.put("SHOPBELL_INGRESS_EVENTS_KEY", RunningShop.KEY);
    return builder.start();
  }

  private double[] rung(CallFlood callFlood, Process server, double ready)
      throws InterruptedException {
    CompletableFuture<List<CallFlood.Rung>> ringing = callFlood
        .ring(
            rate,
            Duration.ofSeconds(seconds),
            n -> CallFlood.call(numbers.get(n * 7 % numbers.size()), "agent-" + n % agents),
            Duration.ofSeconds(2))
        .toCompletionStage()
        .toCompletableFuture();
    double begin = processor(server);
    TimeUnit.SECONDS.sleep(seconds / 2);
    double half = processor(server);
    List<CallFlood.Rung> rung = ringing.join();
    double end = processor(server);
    TimeUnit.SECONDS.sleep(3);
    int windows = seconds / WINDOW_SECONDS;
    double[] figure = new double[6 + windows];
    figure[0] = ready;
    figure[1] = rung.stream().filter(each -> !each.kept()).count();
    figure[2] = at(rung, 0.5);
    figure[3] = at(rung, 0.99);
    figure[4] = half - begin;
    figure[5] = end - half;
    for (int window = 0; window < windows; window++) {
      int from = window * WINDOW_SECONDS * rate;
      figure[6 + window] = at(rung.subList(from, from + WINDOW_SECONDS * rate), 0.99);
    }
    return figure;
  }

  /** Seconds of it that the server has had so far. */
  private static double processor(Process server) {
    return server.info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
  }

  /** From the instant a call was due to its card; what was refused does not count. */
  private static double at(List<CallFlood.Rung> rung, double percentile) {
    return CallFlood.at(
        rung.stream().filter(each -> each.shownNanos != 0).toList(),
        each -> each.shownNanos,
        percentile);
  }

  private static double[] median(List<double[]> rounds) {
    double[] median = new double[rounds.get(0).length];
    for (int column = 0; column < median.length; column++) {
      int at = column;
      median[column] = rounds.stream()
          .map(round -> round[at])
          .sorted(Comparator.naturalOrder())
          .toList()
          .get(rounds.size() / 2);
    }
    return median;
  }

  private static void told(String name, double[] figure) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-10s", name));
    for (int column = 0; column < figure.length; column++) {
      line.append(String.format(Locale.ROOT, column == 0 ? " %7.2f" : " %7.1f", figure[column]));
    }
    OUT.println(line);
  }
}
