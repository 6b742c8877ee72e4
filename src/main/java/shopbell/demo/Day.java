package shopbell.demo;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** A day that runs: whoever is signed in and has room on the desk gets the next call or chat. On one event loop. */
final class Day {
  private static final long LOOK_MILLIS = 2_000;
  private static final Duration PAUSE = Duration.ofSeconds(40);
  private static final int MOST_ON_A_DESK = 4;

  private final Vertx vertx;
  private final Wire wire;
  private final Scenes scenes;
  private final InstantSource clock;
  private final Map<String, String> extensions;
  private final Map<String, Instant> lastRing = new HashMap<>();
  private int next;
  private long timer;

  /** {@code extensions} by the agent's name. */
  Day(Vertx vertx, Wire wire, Map<String, String> extensions, InstantSource clock) {
    this.vertx = vertx;
    this.wire = wire;
    this.scenes = new Scenes(vertx, wire, clock);
    this.extensions = extensions;
    this.clock = clock;
  }

  void start() {
    timer = vertx.setPeriodic(
        LOOK_MILLIS, tick -> wire.seats().onSuccess(seats -> seats.forEach(this::look)));
  }

  void stop() {
    vertx.cancelTimer(timer);
    wire.close();
  }

  private void look(JsonObject seat) {
    String name = seat.getString("name");
    String extension = extensions.get(name);
    Instant now = clock.instant();
    Instant last = lastRing.getOrDefault(name, Instant.EPOCH);
    boolean room = seat.getInteger("open", 0) < MOST_ON_A_DESK;
    if (extension != null && room && last.plus(PAUSE).isBefore(now)) {
      lastRing.put(name, now);
      scenes.play(next++, extension);
    }
  }
}
