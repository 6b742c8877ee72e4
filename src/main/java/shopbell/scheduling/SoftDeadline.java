package shopbell.scheduling;

import io.vertx.core.Future;
import io.vertx.core.Timer;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Limits how long an agent waits for a slow store, and runs a fallback after that. Thread-safe. */
public final class SoftDeadline {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Vertx vertx;
  private volatile Duration patience = Intervals.USUAL.soon();

  public SoftDeadline(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Changes the limit. */
  public void within(Duration newer) {
    patience = newer;
  }

  /**
   * Completes with {@code all}, each of which is passed to {@link #or}, or when the fallbacks of the missing ones have
   * been shown.
   */
  public Future<Void> shown(Future<?> all) {
    return orLate(all, patience.multipliedBy(2));
  }

  /**
   * The same result, at the same time; {@code meanwhile} runs before it, and only when it takes longer than the limit.
   */
  public <T> Future<T> or(Future<T> result, Runnable meanwhile) {
    if (result.isComplete()) {
      return result;
    }
    return orLate(result, patience).compose(first -> {
      if (!result.isComplete()) {
        meanwhile.run();
      }
      return result;
    });
  }

  /** Runs {@code later} on an event loop. */
  public void inASecond(Runnable later) {
    vertx.setTimer(SECOND.toMillis(), over -> later.run());
  }

  /** Completes with {@code result}, however that ends, or after {@code longest}. */
  private Future<Void> orLate(Future<?> result, Duration longest) {
    // Future.timeout would use Netty's single shared thread for a result without a context
    Timer late = vertx.timer(longest.toMillis(), TimeUnit.MILLISECONDS);
    return Future.any(result.otherwiseEmpty(), late).transform(first -> {
      late.cancel();
      return Future.succeededFuture();
    });
  }
}
