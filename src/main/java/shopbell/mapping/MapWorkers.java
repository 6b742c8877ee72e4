package shopbell.mapping;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import shopbell.model.Rejected;

/**
 * Threads of their own for expressions, as many as there are cores. One that does not come back in time is counted, left to
 * itself and replaced, so that the next expression finds as many as before. Thread-safe.
 */
public final class MapWorkers {
  /** Only what its own limits do not stop takes so long. */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** As many as may be left to themselves at the same time; then expressions wait for those that are still there. */
  private static final int MOST_LEFT = 32;

  private static final MapWorkers OURS =
      new MapWorkers(Math.max(2, Runtime.getRuntime().availableProcessors()), LONGEST);
  private static final AtomicLong LEFT_BEHIND = new AtomicLong();

  private final ThreadPoolExecutor threads;
  private final Duration longest;
  private final int size;
  private int left;

  MapWorkers(int size, Duration longest) {
    this(
        size,
        longest,
        new ThreadPoolExecutor(
            size, size, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), MapWorkers::thread));
  }

  private MapWorkers(int size, Duration longest, ThreadPoolExecutor threads) {
    this.size = size;
    this.longest = longest;
    this.threads = threads;
  }

  /** The same threads with less patience. */
  MapWorkers within(Duration shorter) {
    return new MapWorkers(size, shorter, threads);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "map");
    thread.setDaemon(true);
    return thread;
  }

  static MapWorkers ours() {
    return OURS;
  }

  /** How many expressions have not come back in time since the start, in this process. */
  public static long leftBehind() {
    return LEFT_BEHIND.get();
  }

  /** It did not come back in time. */
  static final class Late extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Late() {
      super("", null, false, false);
    }
  }

  /**
   * What {@code work} returns or throws; blocks. {@link Late} when it is not done in time, CROWDED when it did not come to
   * its turn for as long.
   */
  <T> T run(Callable<T> work) {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean leftBehind = new AtomicBoolean();
    FutureTask<T> task = new FutureTask<>(() -> {
      begun.countDown();
      return work.call();
    });
    threads.execute(() -> {
      task.run();
      if (leftBehind.get()) {
        resize(-1);
      }
    });
    try {
      if (!begun.await(longest.toMillis(), TimeUnit.MILLISECONDS) && task.cancel(false)) {
        throw new Rejected(
            Rejected.Reason.CROWDED, "Too much is being read just now. Send it again in a moment.");
      }
      return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      leftBehind.set(true);
      leave(task);
      throw new Late();
    } catch (ExecutionException failed) {
      throw thrown(failed.getCause());
    } catch (InterruptedException over) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new Late();
    }
  }

  private void leave(FutureTask<?> task) {
    LEFT_BEHIND.incrementAndGet();
    resize(1);
    task.cancel(true);
  }

  /** Another thread stands in for one that is left behind, until that comes back after all. */
  private synchronized void resize(int more) {
    left += more;
    int now = size + Math.min(MOST_LEFT, left);
    if (more > 0) {
      threads.setMaximumPoolSize(now);
      threads.setCorePoolSize(now);
    } else {
      threads.setCorePoolSize(now);
      threads.setMaximumPoolSize(now);
    }
  }

  private static RuntimeException thrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }
}
