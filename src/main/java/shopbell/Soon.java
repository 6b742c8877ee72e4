package shopbell;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How long an agent is kept waiting for what a slow store has not said yet, and what happens then. Thread-safe. */
final class Soon {
  private volatile Duration patience = Rhythm.USUAL.soon();

  /** From now on it is this. */
  void within(Duration newer) {
    patience = newer;
  }

  /**
   * Completes with {@code all}, each of which is asked for {@link #or}, or when those that are not there have been shown
   * without what the store has not said.
   */
  Future<Void> shown(Future<?> all) {
    return all.<Void>mapEmpty()
        .timeout(2 * patience.toMillis(), TimeUnit.MILLISECONDS)
        .otherwiseEmpty();
  }

  /** The same result, at the same time; {@code meanwhile} runs before it, and only when it is not there soon. */
  <T> Future<T> or(Future<T> result, Runnable meanwhile) {
    return result.timeout(patience.toMillis(), TimeUnit.MILLISECONDS).recover(late -> {
      if (!result.isComplete()) {
        meanwhile.run();
      }
      return result;
    });
  }
}
