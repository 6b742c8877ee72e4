package shopbell.scheduling;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Runs an action at once, and then at most once in each period for each key: what was asked for meanwhile is done at the
 * end of the period, so the last request is never lost. Costs nothing while nothing is asked for. Thread-safe.
 */
public final class Throttle<K> {
  private final Vertx vertx;
  private final Duration period;
  private final Consumer<K> action;

  /** The keys whose period runs; the value is whether they were asked for again. */
  private final Map<K, Boolean> running = new ConcurrentHashMap<>();

  /** {@code action} does not block; it runs on the thread of a request, or on an event loop. */
  public Throttle(Vertx vertx, Duration period, Consumer<K> action) {
    this.vertx = vertx;
    this.period = period;
    this.action = action;
  }

  /** Runs the action for {@code key} now, or at the end of the period that runs. */
  public void ask(K key) {
    // the usual case of a flood; the map need not be locked for it
    if (Boolean.TRUE.equals(running.get(key))) {
      return;
    }
    if (running.merge(key, false, (before, now) -> true).equals(false)) {
      run(key);
    }
  }

  private void run(K key) {
    vertx.setTimer(period.toMillis(), over -> ended(key));
    action.accept(key);
  }

  private void ended(K key) {
    if (running.computeIfPresent(key, (k, again) -> again ? false : null) != null) {
      run(key);
    }
  }
}
