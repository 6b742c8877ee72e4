package shopbell.simulate;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A telephony system: arrivals leave at their due times whether the server keeps up or not (an open loop), so a slow
 * answer delays no later arrival and hides no latency. Every second caller is answered and wrapped up, the others hang
 * up. On one event loop.
 */
final class Switchboard {
  private static final long TICK_MILLIS = 1;
  private static final Duration RINGS = Duration.ofSeconds(2);
  private static final Duration TALKS = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int ANSWERED_OF = 2;

  private final Vertx vertx;
  private final Load load;
  private final Remote remote;
  private final Callers callers;
  private final Tally tally;
  private final String run = Long.toString(System.currentTimeMillis(), 36);
  private final Map<String, String> headers;
  private final Promise<Void> over = Promise.promise();
  private List<Headset> headsets = List.of();
  private List<String> extensions = List.of();
  private long beginNanos;
  private int next;
  private int open;

  Switchboard(Vertx vertx, Load load, Remote remote, Tally tally) {
    this.vertx = vertx;
    this.load = load;
    this.remote = remote;
    this.tally = tally;
    this.callers = new Callers(load.numbers());
    this.headers = Map.of(
        "Authorization", "Bearer " + load.key(), "Content-Type", "application/cloudevents+json");
  }

  /** Completes when every arrival is on a desk and off again, or the patience is over; {@code extensions} by agent. */
  Future<Void> ring(List<Headset> headsets, List<String> extensions) {
    this.headsets = headsets;
    this.extensions = extensions;
    beginNanos = System.nanoTime();
    vertx.setPeriodic(TICK_MILLIS, timer -> tick(timer, System.nanoTime()));
    return over.future();
  }

  private void tick(long timer, long nowNanos) {
    while (next < load.arrivals() && due(next) <= nowNanos) {
      arrive(next++);
    }
    boolean settled = open == 0 && tally.outstanding() == 0;
    long patienceNanos = due(load.arrivals()) + RINGS.plus(TALKS).plus(PATIENCE).toNanos();
    if (next == load.arrivals() && (settled || nowNanos > patienceNanos)) {
      vertx.cancelTimer(timer);
      over.tryComplete();
    }
  }

  private long due(int number) {
    return beginNanos + load.dueNanos(number);
  }

  private void arrive(int number) {
    int agent = number % load.agents();
    Call call = new Call("sim-" + run + "-" + number, agent, due(number), number >= load.warming());
    tally.rings(call, System.nanoTime());
    open++;
    Future<Boolean> rung = say(
        call,
        "ringing",
        new JsonObject()
            .put("channel", "call")
            .put("direction", "in")
            .put("from", callers.of(number))
            .put("queue", Staff.QUEUE)
            .put("agents", JsonArray.of(extensions.get(agent))));
    Future<Boolean> life =
        rung.compose(kept -> number % ANSWERED_OF == 0 ? talk(call) : hangUp(call));
    life.onComplete(done -> open--);
  }

  private Future<Boolean> talk(Call call) {
    return after(RINGS)
        .compose(picked -> say(
            call,
            "answered",
            new JsonObject().put("agents", JsonArray.of(extensions.get(call.agent())))))
        .compose(talking -> after(TALKS))
        .compose(done -> say(call, "ended", new JsonObject().put("cause", "completed")))
        .compose(ended -> wrapUp(call));
  }

  private Future<Boolean> hangUp(Call call) {
    return after(RINGS)
        .compose(bored -> say(call, "ended", new JsonObject().put("cause", "abandoned")));
  }

  private Future<Boolean> wrapUp(Call call) {
    return call.delivered()
        ? counted(headsets.get(call.agent()).wrapUp(call))
        : Future.succeededFuture(false);
  }

  private Future<Boolean> say(Call call, String step, JsonObject data) {
    JsonObject event = new JsonObject()
        .put("specversion", "1.0")
        .put("type", "shopbell.interaction." + step)
        .put("source", "/simulate")
        .put("id", call.sender() + "-" + step)
        .put("time", Instant.now().toString())
        .put("data", data.put("interaction", call.sender()));
    return counted(
        remote.post("/in/" + load.door(), headers, event).map(answer -> answer.statusCode()));
  }

  /** Whether it was taken; a refusal is counted and ends nothing. */
  private Future<Boolean> counted(Future<Integer> status) {
    return status.otherwise(0).map(code -> {
      boolean taken = code / 100 == 2;
      if (!taken) {
        tally.refused(code);
      }
      return taken;
    });
  }

  private Future<Void> after(Duration pause) {
    return vertx.timer(pause.toMillis(), TimeUnit.MILLISECONDS).mapEmpty();
  }
}
