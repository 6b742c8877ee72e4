package shopbell;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** Calls at a constant rate whether the server keeps up or not, and agents who record when each card arrives. */
final class CallFlood implements AutoCloseable {
  private static final int CONNECTIONS = 512;
  private static final int MOST_FRAME_BYTES = 64 * 1024 * 1024;

  /** One call: its status is 0 until it is answered, its times are {@link System#nanoTime}, and 0 until then. */
  static final class Rung {
    final Event event;
    final long dueNanos;
    volatile int status;
    volatile String retryAfter = "";
    volatile long answeredNanos;
    volatile long shownNanos;
    volatile long wholeNanos;

    Rung(Event event, long dueNanos) {
      this.event = event;
      this.dueNanos = dueNanos;
    }

    boolean kept() {
      return status == 202;
    }
  }

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final EventSender eventSender = new EventSender(vertx, CONNECTIONS);
  private final WebSocketClient sockets;
  private final String url;
  /** What each seat was welcomed with. */
  final List<JsonObject> welcomes = new CopyOnWriteArrayList<>();

  private final Map<UUID, Rung> all = new ConcurrentHashMap<>();

  CallFlood(String url) {
    this.url = url;
    sockets = vertx.createWebSocketClient(new WebSocketClientOptions()
        .setMaxConnections(10_000)
        .setMaxFrameSize(MOST_FRAME_BYTES)
        .setMaxMessageSize(MOST_FRAME_BYTES));
  }

  /** An agent's browser; completes with the welcome. */
  Future<WebSocket> seat(String cookie) {
    Promise<Void> welcome = Promise.promise();
    return Browser.open(sockets, url, cookie, (head, frame) -> {
          if (head.type().equals("welcome")) {
            welcomes.add(new JsonObject(frame));
            welcome.tryComplete();
          } else if (head.type().equals("card")) {
            shown(head, System.nanoTime());
          }
        })
        .compose(open -> welcome.future().map(open));
  }

  private void shown(FrameStart card, long now) {
    Rung rung = all.get(UUID.fromString(card.interaction()));
    if (rung != null && rung.shownNanos == 0) {
      rung.shownNanos = now;
    }
    if (rung != null && rung.wholeNanos == 0 && card.whole()) {
      rung.wholeNanos = now;
    }
  }

  /** {@code call} makes the event of each number; completes when all are answered. */
  Future<List<Rung>> ring(double rate, Duration length, IntFunction<Event> call) {
    return ring(rate, length, call, rung -> {});
  }

  /** The same with callers who hang up after a while. */
  Future<List<Rung>> ring(
      double rate, Duration length, IntFunction<Event> call, Duration patience) {
    return ring(
        rate, length, call, rung -> vertx.setTimer(patience.toMillis(), bored -> hangUp(rung)));
  }

  /** The caller does not wait any longer; completes when the server has taken it, however often it was full. */
  Future<Void> hangUp(Rung rung) {
    Event ended = Event.ended(rung.event.data().get("interaction").toString(), "abandoned");
    return eventSender.untilAccepted(List.of(url), ended, 0);
  }

  private Future<List<Rung>> ring(
      double rate, Duration length, IntFunction<Event> call, Consumer<Rung> then) {
    int count = (int) (rate * length.toMillis() / 1_000);
    long begin = System.nanoTime();
    List<Rung> rung = IntStream.range(0, count)
        .mapToObj(n -> new Rung(call.apply(n), begin + (long) (n * 1e9 / rate)))
        .toList();
    rung.forEach(each -> all.put(each.event.interaction(), each));
    Promise<List<Rung>> done = Promise.promise();
    int[] next = {0};
    int[] open = {count};
    vertx.setPeriodic(1, timer -> {
      while (next[0] < count && rung.get(next[0]).dueNanos <= System.nanoTime()) {
        Rung now = rung.get(next[0]++);
        send(now).onComplete(answered -> {
          if (now.kept()) {
            then.accept(now);
          }
          if (--open[0] == 0) {
            vertx.cancelTimer(timer);
            done.complete(rung);
          }
        });
      }
    });
    return done.future();
  }

  /** Sends the same call once more, after a refusal. */
  Future<Void> send(Rung rung) {
    return eventSender
        .post(url, rung.event)
        .onSuccess(answer -> {
          rung.answeredNanos = System.nanoTime();
          rung.retryAfter = String.valueOf(answer.getHeader("Retry-After"));
          rung.status = answer.statusCode();
        })
        .onFailure(broken -> rung.status = -1)
        .transform(either -> Future.succeededFuture());
  }

  /**
   * The given share, of 1, of {@code rung} that took least until {@code when}: the longest of them, in milliseconds.
   */
  static double at(List<Rung> rung, ToLongFunction<Rung> when, double share) {
    double[] sorted = rung.stream()
        .mapToDouble(each -> (when.applyAsLong(each) - each.dueNanos) / 1e6)
        .sorted()
        .toArray();
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
  }

  /** A call with a name of its own from {@code number} to {@code agent}. */
  static Event call(String number, String agent) {
    String name =
        Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), Character.MAX_RADIX);
    return Event.ringing(name, number, agent).with("queue", "support");
  }

  @Override
  public void close() {
    Waiting.on(vertx.close());
  }
}
