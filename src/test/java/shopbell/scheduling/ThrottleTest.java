package shopbell.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;

class ThrottleTest {
  private static final Duration PERIOD = Duration.ofMillis(300);

  private final Vertx vertx = Vertx.vertx();
  private final List<String> ran = new CopyOnWriteArrayList<>();
  private final List<Long> ranAt = new CopyOnWriteArrayList<>();
  private final Throttle<String> throttle = new Throttle<>(vertx, PERIOD, key -> {
    ranAt.add(System.nanoTime());
    ran.add(key);
  });

  @AfterEach
  void close() {
    Waiting.on(vertx.close());
  }

  @Test
  void theFirstRequestIsDoneAtOnce() {
    throttle.ask("a");
    assertEquals(List.of("a"), ran);
  }

  @Test
  void manyRequestsWithinAPeriodAreOneMoreRunAtItsEnd() {
    for (int i = 0; i < 1_000; i++) {
      throttle.ask("a");
    }
    assertEquals(1, ran.size());
    Waiting.until("the last request is done", () -> ran.size() == 2);
    Duration between = Duration.ofNanos(ranAt.get(1) - ranAt.get(0));
    assertTrue(between.compareTo(PERIOD.minusMillis(2)) >= 0, between.toString());
  }

  @Test
  void aRequestAfterTheQuietPeriodIsDoneAtOnceAgain() {
    throttle.ask("a");
    Waiting.on(vertx.timer(2 * PERIOD.toMillis(), TimeUnit.MILLISECONDS));
    assertEquals(1, ran.size());
    throttle.ask("a");
    assertEquals(2, ran.size());
  }

  @Test
  void keysDoNotWaitForEachOther() {
    throttle.ask("a");
    throttle.ask("b");
    assertEquals(List.of("a", "b"), ran);
  }
}
