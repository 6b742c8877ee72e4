package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shopbell.screen.Killable;
import shopbell.store.TestDatabase;
import shopbell.wire.Json;

/** A node dies as if its power were cut, in the middle of {@value #RATE} arrivals a second. */
class NodeKilledIT {
  private static final int RATE = 50;
  private static final int CALLS = 300;
  private static final int AGENTS = 20;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String database = RunningShop.freshDatabase();
  private final List<Event> calls = IntStream.range(0, CALLS)
      .mapToObj(call -> Event.ringing(UUID.randomUUID().toString(), "+49301", agent(call)))
      .toList();

  @Test
  void itsAgentsAreAtTheOtherWithinTwoSecondsAndNothingIsLostOrDoubled() throws IOException {
    int near = Pair.freePorts();
    int far = Pair.freePorts();
    String members = "127.0.0.1:" + near + ",127.0.0.1:" + far;
    Map<String, String> dying = new HashMap<>(Pair.node(database, members, far));
    dying.put("http.port", "0");
    try (RunningShop a = RunningShop.open(Pair.node(database, members, near));
        Killable b = Killable.start(dying)) {
      IntStream.range(0, AGENTS).forEach(agent -> a.hire(agent(agent), "support"));
      List<Seat> seats = IntStream.range(0, AGENTS)
          .mapToObj(agent -> Seat.at(http, b.url(), a.signIn(agent(agent))))
          .toList();
      AtomicInteger accepted = new AtomicInteger();
      CompletableFuture<Void> sent = send(List.of(a.url(), b.url()), accepted);
      Waiting.until("some have been sent", () -> accepted.get() >= CALLS / 4);
      b.kill();
      Instant killed = Instant.now();
      List<Seat> moved = moved(seats, a.url());
      Duration took = Duration.between(killed, Instant.now());
      assertTrue(took.compareTo(Duration.ofSeconds(2)) < 0, "they needed " + took);
      sent.join();
      IntStream.range(0, AGENTS).forEach(agent -> complete(agent, moved.get(agent)));
      assertEquals(CALLS, rows(a));
      moved.forEach(Seat::close);
    }
  }

  /** All at once, as browsers do. */
  private List<Seat> moved(List<Seat> seats, String url) {
    ExecutorService browsers = Executors.newCachedThreadPool();
    List<CompletableFuture<Seat>> moving = seats.stream()
        .map(seat ->
            CompletableFuture.supplyAsync(() -> Seat.at(http, url, seat.cookie()), browsers))
        .toList();
    List<Seat> moved = moving.stream().map(CompletableFuture::join).toList();
    browsers.shutdown();
    return moved;
  }

  private int rows(RunningShop shop) {
    return Waiting.on(
        TestDatabase.ask(shop.application().vertx(), database, "select 1 from interaction"));
  }

  /** Whatever rang for this agent is on the desk, each version once. */
  private void complete(int agent, Seat seat) {
    Set<String> expected = new HashSet<>();
    IntStream.range(0, CALLS)
        .filter(call -> call % AGENTS == agent)
        .forEach(call -> expected.add(calls.get(call).interaction().toString()));
    Waiting.until("agent " + agent + " sees all", () -> seen(seat).equals(expected));
    List<String> versions = seat.frames("card").stream()
        .map(card -> card.at("/interaction/id").asText() + " " + card.path("version"))
        .toList();
    assertEquals(new HashSet<>(versions).size(), versions.size(), "a card came twice");
  }

  private static Set<String> seen(Seat seat) {
    List<JsonNode> cards = new ArrayList<>(seat.frames("card"));
    seat.frames("welcome").get(0).path("desk").forEach(cards::add);
    Set<String> seen = new HashSet<>();
    cards.forEach(card -> seen.add(card.at("/interaction/id").asText()));
    return seen;
  }

  /** At a constant rate, to both in turn, as a load balancer does; completes when each call was accepted by one. */
  private CompletableFuture<Void> send(List<String> nodes, AtomicInteger accepted) {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int call = 0; call < CALLS; call++) {
      int index = call;
      Executor later =
          CompletableFuture.delayedExecutor(call * 1_000L / RATE, TimeUnit.MILLISECONDS);
      all.add(CompletableFuture.supplyAsync(() -> index, later)
          .thenCompose(now -> post(nodes, now, now))
          .thenAccept(ok -> accepted.incrementAndGet()));
    }
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
  }

  /** Whoever hears nothing, or not 202, sends the same again to the next. */
  private CompletableFuture<Boolean> post(List<String> nodes, int index, int turn) {
    String url = nodes.get(turn % nodes.size());
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/in/events"))
        .header("Authorization", "Bearer " + RunningShop.KEY)
        .header("Content-Type", "application/cloudevents+json")
        .timeout(Duration.ofSeconds(5))
        .POST(HttpRequest.BodyPublishers.ofString(Json.write(calls.get(index).structured())))
        .build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
        .handle((answer, failed) -> failed == null && answer.statusCode() == 202)
        .thenCompose(
            ok -> ok ? CompletableFuture.completedFuture(true) : post(nodes, index, turn + 1));
  }

  private static String agent(int number) {
    return "agent-" + number % AGENTS;
  }
}
