package shopbell.scheduling;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Runs one task at a time for each key; while it runs, only the newest request waits. Thread-safe.
 *
 * <p>So two events of one call cannot overtake each other on their way to the desk, and a burst costs two builds.
 */
public final class ConflatingQueue {
  /** A task and the callers that wait for it, including those of the older tasks it replaced. */
  private record Turn(Supplier<Future<Void>> task, Promise<Void> done) {}

  private final ConcurrentHashMap<UUID, Optional<Turn>> waiting = new ConcurrentHashMap<>();

  /** Runs {@code task} now, or after the one that runs for {@code key}; completes when it or a newer one has run. */
  public Future<Void> ask(UUID key, Supplier<Future<Void>> task) {
    AtomicBoolean free = new AtomicBoolean();
    AtomicReference<Turn> mine = new AtomicReference<>();
    waiting.compute(key, (k, running) -> {
      free.set(running == null);
      Optional<Turn> older = running == null ? Optional.empty() : running;
      mine.set(new Turn(task, older.map(Turn::done).orElseGet(Promise::promise)));
      return running == null ? Optional.empty() : Optional.of(mine.get());
    });
    if (free.get()) {
      run(key, mine.get());
    }
    return mine.get().done().future();
  }

  private void run(UUID key, Turn turn) {
    // a task that throws ends like one that fails, or its key would never run another
    Future.succeededFuture().compose(go -> turn.task().get()).onComplete(done -> {
      next(key).ifPresent(newer -> run(key, newer));
      turn.done().complete();
    });
  }

  private Optional<Turn> next(UUID key) {
    AtomicReference<Optional<Turn>> newest = new AtomicReference<>(Optional.empty());
    waiting.computeIfPresent(key, (k, queued) -> {
      newest.set(queued);
      return queued.isEmpty() ? null : Optional.empty();
    });
    return newest.get();
  }
}
