package shopbell.journey.tracking;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import shopbell.model.Rejected;

/**
 * The few threads that unpack and parse large bodies, so that other work always has a core; a full queue refuses at
 * once. Thread-safe.
 */
final class ParserThreads {
  private static final int MOST_WAITING = 32;
  private static final Duration SOON = Duration.ofSeconds(2);

  private final WorkerExecutor workers;
  private final AtomicInteger waiting = new AtomicInteger();

  /** Half as many threads as there are cores. */
  ParserThreads(Vertx vertx) {
    workers = vertx.createSharedWorkerExecutor(
        "journey", Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
  }

  /** Fails as {@code reading}, and with TOO_MANY when {@value #MOST_WAITING} wait. */
  <T> Future<T> read(Callable<T> reading) {
    if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      return Future.failedFuture(
          Rejected.later(SOON, "More comes in than can be read, and this was not kept."));
    }
    return workers.executeBlocking(reading, false).onComplete(read -> waiting.decrementAndGet());
  }
}
