package shopbell;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Agents with one call after the other: it rings, its card shows the customer, it ends, and the next one rings. So
 * there are always as many calls as agents, and the number of completed calls is the capacity. Agents are spread over
 * all nodes, and so are calls. Everything happens on one event loop.
 */
final class ContinuousCalls implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final EventSender eventSender;
  private final WebSocketClient sockets;
  private final List<String> nodes;
  private final IntFunction<String> phone;
  private final List<Lane> lanes;
  private List<Long> took = new ArrayList<>();
  private boolean over = true;
  private int turn;

  /** Each of {@code cookies} is that of {@link ManyAgents#name} of its number; call after call is from {@code phone} of its number. */
  ContinuousCalls(List<String> nodes, List<String> cookies, IntFunction<String> phone) {
    int agents = cookies.size();
    this.nodes = List.copyOf(nodes);
    this.phone = phone;
    this.eventSender = new EventSender(vertx, agents);
    this.sockets =
        vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(agents));
    this.lanes = IntStream.range(0, agents).mapToObj(Lane::new).toList();
    for (int agent = 0; agent < agents; agent++) {
      Waiting.on(lanes.get(agent).sit(nodes.get(agent % nodes.size()), cookies.get(agent)));
    }
  }

  /** Of the calls that were done {@code within} that time, how many nanoseconds each took from the ring to the whole card. */
  List<Long> turns(Duration within) {
    Promise<List<Long>> counted = Promise.promise();
    vertx.runOnContext(now -> {
      over = false;
      took = new ArrayList<>();
      lanes.forEach(Lane::next);
      vertx.setTimer(within.toMillis(), end -> {
        over = true;
        counted.complete(List.copyOf(took));
      });
    });
    List<Long> done = counted.future().toCompletionStage().toCompletableFuture().join();
    Waiting.until("the last calls are over", () -> lanes.stream().noneMatch(lane -> lane.busy));
    return done;
  }

  @Override
  public void close() {
    Waiting.on(vertx.close());
  }

  /** An agent and the present call. */
  private final class Lane {
    private final int agent;
    private volatile boolean busy;
    private String call = "";
    private String interaction = "";
    private long told;

    Lane(int agent) {
      this.agent = agent;
    }

    Future<?> sit(String node, String cookie) {
      return Browser.open(sockets, node, cookie, (head, frame) -> heard(head));
    }

    private void heard(FrameStart head) {
      if (head.whole() && head.interaction().equals(interaction)) {
        interaction = "";
        long whole = System.nanoTime() - told;
        post(Event.ended(call, "abandoned")).onSuccess(ended -> {
          took.add(whole);
          next();
        });
      }
    }

    private void next() {
      busy = !over;
      if (busy) {
        call = UUID.randomUUID().toString();
        Event ringing = Event.ringing(call, phone.apply(turn), ManyAgents.name(agent));
        interaction = ringing.interaction().toString();
        told = System.nanoTime();
        post(ringing);
      }
    }

    private Future<Void> post(Event event) {
      return eventSender.untilAccepted(nodes, event, turn++);
    }
  }
}
