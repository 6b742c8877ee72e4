package shopbell.demo;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The running demo day: each signed-in agent with room on the desk gets the next call or chat. On one event loop. */
final class CallSchedule {
  private static final long LOOK_MILLIS = 2_000;
  private static final Duration PAUSE = Duration.ofSeconds(40);
  private static final int MOST_ON_A_DESK = 4;

  private final Vertx vertx;
  private final DemoSystems demoSystems;
  private final CallScenarios callScenarios;
  private final InstantSource clock;
  private final Map<String, String> extensions;
  private final Map<String, Instant> lastRing = new HashMap<>();
  private int next;
  private long timer;

  /** {@code extensions} by the agent's name. */
  CallSchedule(
      Vertx vertx, DemoSystems demoSystems, Map<String, String> extensions, InstantSource clock) {
    this.vertx = vertx;
    this.demoSystems = demoSystems;
    this.callScenarios = new CallScenarios(vertx, demoSystems, clock);
    this.extensions = extensions;
    this.clock = clock;
  }

  void start() {
    timer = vertx.setPeriodic(
        LOOK_MILLIS, tick -> demoSystems.seats().onSuccess(seats -> seats.forEach(this::look)));
  }

  void stop() {
    vertx.cancelTimer(timer);
    demoSystems.close();
  }

  private void look(JsonObject seat) {
    String name = seat.getString("name");
    String extension = extensions.get(name);
    Instant now = clock.instant();
    Instant last = lastRing.getOrDefault(name, Instant.EPOCH);
    boolean room = seat.getInteger("open", 0) < MOST_ON_A_DESK;
    if (extension != null && room && last.plus(PAUSE).isBefore(now)) {
      lastRing.put(name, now);
      callScenarios.play(next++, extension);
    }
  }
}
