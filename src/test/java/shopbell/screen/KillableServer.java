package shopbell.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import shopbell.Event;
import shopbell.RunningShop;
import shopbell.json.Json;

/** The server as a separate process, so that it can be killed as by a power cut. */
public final class KillableServer implements AutoCloseable {
  private static final String READY = "Shopbell is ready at ";

  private final Process process;
  private final String url;

  private KillableServer(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** Returns when agents can sign in. */
  public static KillableServer start(Map<String, String> settings) throws IOException {
    return start(List.of(), settings);
  }

  /** The same by a command that becomes the one that follows it. */
  public static KillableServer start(List<String> by, Map<String, String> settings)
      throws IOException {
    Map<String, String> all = new HashMap<>(Map.of(
        "ingress.events.kind",
        "cloudevents",
        "ingress.events.key",
        RunningShop.KEY,
        "management.port",
        "0"));
    all.putAll(settings);
    ProcessBuilder builder = command("serve", all).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.command().addAll(0, by);
    Process process = builder.start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(READY)) {
        return new KillableServer(process, line.substring(READY.length()));
      }
    }
    throw new AssertionError("the server did not start");
  }

  /**
   * {@code java -jar shopbell.jar NAME} with these settings in its environment, not started yet; {@code -Dserver=} names
   * another Java and its options, among them the class path, for benchmarks.
   */
  public static ProcessBuilder command(String name, Map<String, String> settings) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String server = System.getProperty("server", java + " -cp " + classes);
    List<String> line = new ArrayList<>(List.of(server.split(" ")));
    line.addAll(List.of("shopbell.cli.Main", name));
    ProcessBuilder builder = new ProcessBuilder(line);
    settings.forEach((key, value) -> builder.environment().put(variable(key), value));
    return builder;
  }

  private static String variable(String key) {
    return "SHOPBELL_"
        + key.replaceAll("([a-z])([A-Z])", "$1_$2").replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /** Where agents reach it. */
  public String url() {
    return url;
  }

  /** At its door, which accepts it. */
  public void tell(Event event) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/in/events"))
        .header("Authorization", "Bearer " + RunningShop.KEY)
        .header("Content-Type", "application/cloudevents+json")
        .POST(HttpRequest.BodyPublishers.ofString(Json.write(event.structured())))
        .build();
    HttpClient http = HttpClient.newHttpClient();
    assertEquals(202, http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
  }

  /** Of the process. */
  public long pid() {
    return process.pid();
  }

  /** Processor time so far, of all its threads. */
  public Duration busy() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  /** SIGKILL: no socket is closed properly. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
