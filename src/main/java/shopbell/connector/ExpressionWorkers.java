package shopbell.connector;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import shopbell.model.Rejected;

/**
 * Separate threads for expressions, as many running as there are cores. One that does not end in time is counted,
 * abandoned and replaced, so that the next expression finds as many as before. Thread-safe.
 */
public final class ExpressionWorkers {
  /** Only an expression that its own limits do not stop takes so long. */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** The limit of abandoned threads still running; beyond it no expression starts. */
  private static final int MOST_LEFT = 32;

  private static final AtomicLong LEFT_BEHIND = new AtomicLong();
  private static final ExpressionWorkers OURS =
      new ExpressionWorkers(Math.max(2, Runtime.getRuntime().availableProcessors()), LONGEST);

  private final ExecutorService threads = Executors.newCachedThreadPool(ExpressionWorkers::thread);
  private final AtomicInteger left = new AtomicInteger();
  private final Semaphore turns;
  private final Duration longest;

  ExpressionWorkers(int size, Duration longest) {
    this.turns = new Semaphore(size);
    this.longest = longest;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "map");
    thread.setDaemon(true);
    return thread;
  }

  static ExpressionWorkers ours() {
    return OURS;
  }

  /** How many expressions were abandoned since the start, in this process. */
  public static long leftBehind() {
    return LEFT_BEHIND.get();
  }

  /** The expression did not end in time. */
  static final class Late extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Late() {
      super("", null, false, false);
    }
  }

  /**
   * The result or exception of {@code work}; blocks. {@link Late} when it does not end in time, CROWDED when it does
   * not start in time.
   */
  <T> T run(Callable<T> work) {
    try {
      if (left.get() >= MOST_LEFT || !turns.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Rejected(
            Rejected.Reason.CROWDED, "Too much is being read just now. Send it again in a moment.");
      }
      try {
        return done(work);
      } finally {
        turns.release();
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
      throw new Late();
    }
  }

  private <T> T done(Callable<T> work) throws InterruptedException {
    AtomicBoolean late = new AtomicBoolean();
    FutureTask<T> task = new FutureTask<>(() -> {
      try {
        return work.call();
      } finally {
        if (!late.compareAndSet(false, true)) {
          left.decrementAndGet();
        }
      }
    });
    threads.execute(task);
    try {
      return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException over) {
      LEFT_BEHIND.incrementAndGet();
      left.incrementAndGet();
      if (!late.compareAndSet(false, true)) {
        // it has ended just now
        left.decrementAndGet();
      }
      task.cancel(true);
      throw new Late();
    } catch (ExecutionException failed) {
      throw thrown(failed.getCause());
    }
  }

  private static RuntimeException thrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }
}
