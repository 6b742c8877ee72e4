package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopbell.json.Json;

/** A real server is killed {@code -Dkills=50} times at random moments while calls ring; every accepted one is on the desk after. */
@Tag("killed")
class KilledBench {
  private static final PrintStream OUT = System.out;
  private static final int PAUSE_MILLIS = 5;

  private final HttpClient http = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(Duration.ofSeconds(2))
      .build();
  private final AtomicBoolean over = new AtomicBoolean();
  private int repeated;

  @TempDir
  Path folder;

  @Test
  void everyAcceptedArrivalIsOnTheDeskAfterwardsAndOnce() throws Exception {
    int kills = Integer.getInteger("kills", 50);
    String database = RunningShop.freshDatabase();
    int port = freePort();
    try (RunningShop shop = RunningShop.open(java.util.Map.of("database.url", database))) {
      shop.hire("anna");
    }
    Path config = config(database, port);
    Set<String> accepted = new TreeSet<>();
    Thread sender = new Thread(() -> send(port, accepted));
    sender.start();
    Random random = new Random(4711);
    for (int kill = 0; kill < kills; kill++) {
      Process server = serve(config);
      Waiting.until("it takes calls", () -> answers(port));
      Thread.sleep(random.nextInt(1_500));
      server.destroyForcibly().waitFor();
    }
    over.set(true);
    sender.join();
    Set<String> desk = desk(database);
    Set<String> lost = new TreeSet<>(accepted);
    lost.removeAll(desk);
    assertEquals(Set.of(), lost);
    // the last one may have been stored without a response to its sender
    assertTrue(desk.size() - accepted.size() <= 1, desk.size() + " for " + accepted.size());
    OUT.printf(
        "%d kills, %d arrivals accepted, %d of them sent more than once, all on the desk, each once%n",
        kills, accepted.size(), repeated);
  }

  private Path config(String database, int port) throws IOException {
    return Files.writeString(
        folder.resolve("shopbell.yaml"),
        "http:\n  port: " + port + "\nmanagement:\n  port: 0\ndatabase:\n  url: " + database
            + "\ningress:\n  events:\n    kind: cloudevents\n    key: " + RunningShop.KEY + "\n");
  }

  /** One call after the other, each again and again until it is accepted, as a sender that loses nothing does. */
  private void send(int port, Set<String> accepted) {
    for (int call = 0; !over.get(); call++) {
      Event ringing = Event.ringing("killed-" + call, "+4922147111", "anna");
      int tries = 0;
      int status = 0;
      while (status != 202 && !over.get()) {
        status = post(port, ringing);
        tries++;
      }
      if (status == 202) {
        accepted.add(ringing.interaction().toString());
        repeated += tries > 1 ? 1 : 0;
      }
    }
  }

  private int post(int port, Event event) {
    HttpRequest request = HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + port + "/in/events"))
        .header("Authorization", "Bearer " + RunningShop.KEY)
        .header("Content-Type", "application/cloudevents+json")
        .timeout(Duration.ofSeconds(5))
        .POST(HttpRequest.BodyPublishers.ofString(Json.write(event.structured())))
        .build();
    try {
      Thread.sleep(PAUSE_MILLIS);
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException killed) {
      return 0;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private boolean answers(int port) {
    return post(port, Event.step("held", "nothing")) != 0;
  }

  private static Set<String> desk(String database) {
    Set<String> desk = new TreeSet<>();
    try (RunningShop shop = RunningShop.open(java.util.Map.of("database.url", database));
        DeskClient anna = shop.seat("anna")) {
      anna.frame("welcome", w -> true).path("desk").forEach(card -> {
        if (card.at("/interaction/state").asText().equals("ringing")) {
          assertEquals(true, desk.add(card.at("/interaction/id").asText()));
        }
      });
    }
    return desk;
  }

  private static Process serve(Path config) throws IOException {
    String classpath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(List.of(
            java, "-cp", classpath, "shopbell.cli.Main", "serve", "--config", config.toString()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }
}
