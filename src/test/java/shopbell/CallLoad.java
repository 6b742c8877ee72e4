package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Calls that ring at a constant rate for agents in turn, sent to several nodes as a load balancer does. */
final class CallLoad implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final EventSender eventSender = new EventSender(vertx, 64);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Set<Integer> kept = ConcurrentHashMap.newKeySet();
  private final int perSecond;
  private final List<String> agents;
  private final List<Event> calls;

  CallLoad(int agents, int calls, int perSecond) {
    this(agents, calls, perSecond, call -> "+49301");
  }

  /** Call after call from {@code phone} of its number. */
  CallLoad(int agents, int calls, int perSecond, IntFunction<String> phone) {
    this.perSecond = perSecond;
    this.agents = IntStream.range(0, agents).mapToObj(ManyAgents::name).toList();
    this.calls = IntStream.range(0, calls)
        .mapToObj(call -> Event.ringing(
            UUID.randomUUID().toString(), phone.apply(call), ManyAgents.name(call % agents)))
        .toList();
  }

  List<String> agents() {
    return agents;
  }

  int accepted() {
    return kept.size();
  }

  /** Starts; completes when each call was accepted by one of {@code nodes}. */
  CompletableFuture<Void> dial(List<String> nodes) {
    return each(call -> eventSender
        .untilAccepted(nodes, calls.get(call), call)
        .onSuccess(accepted -> kept.add(call)));
  }

  /** The same for all callers hanging up. */
  CompletableFuture<Void> end(List<String> nodes) {
    return each(call -> {
      String name = calls.get(call).data().get("interaction").toString();
      return eventSender.untilAccepted(nodes, Event.ended(name, "abandoned"), call);
    });
  }

  private CompletableFuture<Void> each(IntFunction<Future<Void>> then) {
    List<Future<Void>> all = IntStream.range(0, calls.size())
        .mapToObj(call -> vertx
            .timer(1 + call * 1_000L / perSecond, TimeUnit.MILLISECONDS)
            .compose(now -> then.apply(call)))
        .toList();
    return Future.join(all).<Void>mapEmpty().toCompletionStage().toCompletableFuture();
  }

  /** All sit down at {@code url} at once, as browsers that have lost their node do. */
  List<DeskClient> seated(String url, List<String> cookies) {
    ExecutorService browsers = Executors.newCachedThreadPool();
    try {
      List<CompletableFuture<DeskClient>> coming = cookies.stream()
          .map(cookie ->
              CompletableFuture.supplyAsync(() -> DeskClient.at(http, url, cookie), browsers))
          .toList();
      return coming.stream().map(CompletableFuture::join).toList();
    } finally {
      browsers.shutdown();
    }
  }

  /** The numbers of the calls accepted so far. */
  Set<Integer> kept() {
    return Set.copyOf(kept);
  }

  /** Returns when each of {@code those} is on its agent's desk, with a card that {@code fits}. */
  void shown(List<DeskClient> seats, Set<Integer> those, Predicate<JsonNode> fits) {
    Map<Integer, Set<String>> expected = new HashMap<>();
    those.forEach(call -> expected
        .computeIfAbsent(call % agents.size(), first -> new HashSet<>())
        .add(calls.get(call).interaction().toString()));
    expected.forEach((agent, ids) -> Waiting.until(
        "agent " + agent + " sees them", () -> seen(seats.get(agent), fits).containsAll(ids)));
  }

  /** Checks that every call is on its agent's desk, each version once. */
  void complete(List<DeskClient> seats) {
    IntStream.range(0, agents.size()).forEach(agent -> complete(agent, seats.get(agent)));
  }

  private void complete(int agent, DeskClient deskClient) {
    Set<String> expected = new HashSet<>();
    IntStream.range(0, calls.size())
        .filter(call -> call % agents.size() == agent)
        .forEach(call -> expected.add(calls.get(call).interaction().toString()));
    Waiting.until(
        "agent " + agent + " sees all", () -> seen(deskClient, card -> true).equals(expected));
    List<String> versions = deskClient.frames("card").stream()
        .map(card -> card.at("/interaction/id").asText() + " " + card.path("version"))
        .toList();
    assertEquals(new HashSet<>(versions).size(), versions.size(), "a card came twice");
  }

  private static Set<String> seen(DeskClient deskClient, Predicate<JsonNode> fits) {
    List<JsonNode> cards = new ArrayList<>(deskClient.frames("card"));
    deskClient.frames("welcome").get(0).path("desk").forEach(cards::add);
    Set<String> seen = new HashSet<>();
    cards.stream()
        .filter(fits)
        .forEach(card -> seen.add(card.at("/interaction/id").asText()));
    return seen;
  }

  @Override
  public void close() {
    Waiting.on(vertx.close());
  }
}
