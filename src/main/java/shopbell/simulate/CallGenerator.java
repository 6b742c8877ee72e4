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
 * A telephony system: arrivals are sent at their due times whether the server keeps up or not (an open loop), so a slow
 * response delays no later arrival and hides no latency. Every second call is answered and wrapped up, the others hang
 * up. On one event loop.
 */
final class CallGenerator {
  private static final long TICK_MILLIS = 1;
  private static final Duration RINGS = Duration.ofSeconds(2);
  private static final Duration TALKS = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int ANSWERED_OF = 2;

  private final Vertx vertx;
  private final LoadProfile loadProfile;
  private final ServerClient serverClient;
  private final CallerNumbers callerNumbers;
  private final ArrivalTally arrivalTally;
  private final String run = Long.toString(System.currentTimeMillis(), 36);
  private final Map<String, String> headers;
  private final Promise<Void> over = Promise.promise();
  private List<SimulatedAgent> headsets = List.of();
  private List<String> extensions = List.of();
  private long beginNanos;
  private int next;
  private int open;

  CallGenerator(
      Vertx vertx, LoadProfile loadProfile, ServerClient serverClient, ArrivalTally arrivalTally) {
    this.vertx = vertx;
    this.loadProfile = loadProfile;
    this.serverClient = serverClient;
    this.arrivalTally = arrivalTally;
    this.callerNumbers = new CallerNumbers(loadProfile.numbers());
    this.headers = Map.of(
        "Authorization",
        "Bearer " + loadProfile.key(),
        "Content-Type",
        "application/cloudevents+json");
  }

  /** Completes when every arrival was shown and removed again, or the timeout is over; {@code extensions} by agent. */
  Future<Void> ring(List<SimulatedAgent> headsets, List<String> extensions) {
    this.headsets = headsets;
    this.extensions = extensions;
    beginNanos = System.nanoTime();
    vertx.setPeriodic(TICK_MILLIS, timer -> tick(timer, System.nanoTime()));
    return over.future();
  }

  private void tick(long timer, long nowNanos) {
    while (next < loadProfile.arrivals() && due(next) <= nowNanos) {
      arrive(next++);
    }
    boolean settled = open == 0 && arrivalTally.outstanding() == 0;
    long patienceNanos =
        due(loadProfile.arrivals()) + RINGS.plus(TALKS).plus(PATIENCE).toNanos();
    if (next == loadProfile.arrivals() && (settled || nowNanos > patienceNanos)) {
      vertx.cancelTimer(timer);
      over.tryComplete();
    }
  }

  private long due(int number) {
    return beginNanos + loadProfile.dueNanos(number);
  }

  private void arrive(int number) {
    int agent = number % loadProfile.agents();
    SimulatedCall simulatedCall = new SimulatedCall(
        "sim-" + run + "-" + number, agent, due(number), number >= loadProfile.warming());
    arrivalTally.rings(simulatedCall, System.nanoTime());
    open++;
    Future<Boolean> rung = say(
        simulatedCall,
        "ringing",
        new JsonObject()
            .put("channel", "call")
            .put("direction", "in")
            .put("from", callerNumbers.of(number))
            .put("queue", AgentAccounts.QUEUE)
            .put("agents", JsonArray.of(extensions.get(agent))));
    Future<Boolean> life = rung.compose(
        kept -> number % ANSWERED_OF == 0 ? talk(simulatedCall) : hangUp(simulatedCall));
    life.onComplete(done -> open--);
  }

  private Future<Boolean> talk(SimulatedCall simulatedCall) {
    return after(RINGS)
        .compose(picked -> say(
            simulatedCall,
            "answered",
            new JsonObject().put("agents", JsonArray.of(extensions.get(simulatedCall.agent())))))
        .compose(talking -> after(TALKS))
        .compose(done -> say(simulatedCall, "ended", new JsonObject().put("cause", "completed")))
        .compose(ended -> wrapUp(simulatedCall));
  }

  private Future<Boolean> hangUp(SimulatedCall simulatedCall) {
    return after(RINGS)
        .compose(bored -> say(simulatedCall, "ended", new JsonObject().put("cause", "abandoned")));
  }

  private Future<Boolean> wrapUp(SimulatedCall simulatedCall) {
    return simulatedCall.delivered()
        ? counted(headsets.get(simulatedCall.agent()).wrapUp(simulatedCall))
        : Future.succeededFuture(false);
  }

  private Future<Boolean> say(SimulatedCall simulatedCall, String step, JsonObject data) {
    JsonObject event = new JsonObject()
        .put("specversion", "1.0")
        .put("type", "shopbell.interaction." + step)
        .put("source", "/simulate")
        .put("id", simulatedCall.sender() + "-" + step)
        .put("time", Instant.now().toString())
        .put("data", data.put("interaction", simulatedCall.sender()));
    return counted(serverClient
        .post("/in/" + loadProfile.door(), headers, event)
        .map(answer -> answer.statusCode()));
  }

  /** Whether it was accepted; a refusal is counted and stops nothing. */
  private Future<Boolean> counted(Future<Integer> status) {
    return status.otherwise(0).map(code -> {
      boolean taken = code / 100 == 2;
      if (!taken) {
        arrivalTally.refused(code);
      }
      return taken;
    });
  }

  private Future<Void> after(Duration pause) {
    return vertx.timer(pause.toMillis(), TimeUnit.MILLISECONDS).mapEmpty();
  }
}
