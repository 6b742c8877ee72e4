package shopbell;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * One task at a time for each key; while it runs, only the newest asked for waits. Thread-safe.
 *
 * <p>So two events of one call cannot overtake each other on their way to the desk, and a burst costs two builds.
 */
final class Turns {
  private final ConcurrentHashMap<UUID, Optional<Supplier<Future<Void>>>> waiting =
      new ConcurrentHashMap<>();

  /** Runs {@code task} now, or after the one that runs for {@code key}. */
  void ask(UUID key, Supplier<Future<Void>> task) {
    AtomicBoolean free = new AtomicBoolean();
    waiting.compute(key, (k, running) -> {
      free.set(running == null);
      return running == null ? Optional.empty() : Optional.of(task);
    });
    if (free.get()) {
      run(key, task);
    }
  }

  private void run(UUID key, Supplier<Future<Void>> task) {
    task.get().onComplete(done -> next(key).ifPresent(newer -> run(key, newer)));
  }

  private Optional<Supplier<Future<Void>>> next(UUID key) {
    AtomicReference<Optional<Supplier<Future<Void>>>> newest =
        new AtomicReference<>(Optional.empty());
    waiting.computeIfPresent(key, (k, queued) -> {
      newest.set(queued);
      return queued.isEmpty() ? null : Optional.empty();
    });
    return newest.get();
  }
}
