package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import shopbell.wire.Json;

/** Calls that ring at a constant rate for agents in turn, sent to several nodes as a load balancer does. */
final class Dialler {
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger accepted = new AtomicInteger();
  private final int perSecond;
  private final List<String> agents;
  private final List<Event> calls;

  Dialler(int agents, int calls, int perSecond) {
    this.perSecond = perSecond;
    this.agents =
        IntStream.range(0, agents).mapToObj(number -> "agent-" + number).toList();
    this.calls = IntStream.range(0, calls)
        .mapToObj(
            call -> Event.ringing(UUID.randomUUID().toString(), "+49301", "agent-" + call % agents))
        .toList();
  }

  List<String> agents() {
    return agents;
  }

  int accepted() {
    return accepted.get();
  }

  /** Begins; completes when each call was accepted by one of {@code nodes}. */
  CompletableFuture<Void> dial(List<String> nodes) {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int call = 0; call < calls.size(); call++) {
      int index = call;
      Executor later =
          CompletableFuture.delayedExecutor(call * 1_000L / perSecond, TimeUnit.MILLISECONDS);
      all.add(CompletableFuture.supplyAsync(() -> index, later)
          .thenCompose(now -> post(nodes, now, now))
          .thenAccept(ok -> accepted.incrementAndGet()));
    }
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
  }

  /** Whoever hears nothing, or not 202, sends the same again to the next a moment later. */
  private CompletableFuture<Boolean> post(List<String> nodes, int index, int turn) {
    String url = nodes.get(turn % nodes.size());
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/in/events"))
        .header("Authorization", "Bearer " + RunningShop.KEY)
        .header("Content-Type", "application/cloudevents+json")
        .timeout(Duration.ofSeconds(5))
        .POST(HttpRequest.BodyPublishers.ofString(Json.write(calls.get(index).structured())))
        .build();
    Executor soon = CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS);
    return http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
        .handle((answer, failed) -> failed == null && answer.statusCode() == 202)
        .thenCompose(ok -> ok
            ? CompletableFuture.completedFuture(true)
            : CompletableFuture.supplyAsync(() -> turn + 1, soon)
                .thenCompose(next -> post(nodes, index, next)));
  }

  /** All sit down at {@code url} at once, as browsers that have lost their node do. */
  List<Seat> seated(String url, List<String> cookies) {
    ExecutorService browsers = Executors.newCachedThreadPool();
    try {
      List<CompletableFuture<Seat>> coming = cookies.stream()
          .map(cookie -> CompletableFuture.supplyAsync(() -> Seat.at(http, url, cookie), browsers))
          .toList();
      return coming.stream().map(CompletableFuture::join).toList();
    } finally {
      browsers.shutdown();
    }
  }

  /** Whatever rang for each agent is on the desk, each version once. */
  void complete(List<Seat> seats) {
    IntStream.range(0, agents.size()).forEach(agent -> complete(agent, seats.get(agent)));
  }

  private void complete(int agent, Seat seat) {
    Set<String> expected = new HashSet<>();
    IntStream.range(0, calls.size())
        .filter(call -> call % agents.size() == agent)
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
}
