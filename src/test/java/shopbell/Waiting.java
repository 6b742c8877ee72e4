package shopbell;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Blocks a test's own thread until there is a result, or a condition holds. */
public final class Waiting {
  private static final int PATIENCE_SECONDS = 30;
  private static final int LOOK_EVERY_MILLIS = 20;

  private Waiting() {}

  /** The result; throws the failure itself. */
  public static <T> T on(Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new AssertionError(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("nothing came within " + PATIENCE_SECONDS + " s", e);
    }
  }

  /** Returns as soon as it is so; fails with {@code what} when it never is. */
  public static void until(String what, BooleanSupplier so) {
    until(what, Duration.ofSeconds(PATIENCE_SECONDS), so);
  }

  /** The same; the description is computed at the end. */
  public static void until(Supplier<String> what, BooleanSupplier so) {
    until(what, Duration.ofSeconds(PATIENCE_SECONDS), so);
  }

  /** The same with a patience of its own. */
  public static void until(String what, Duration patience, BooleanSupplier so) {
    until(() -> what, patience, so);
  }

  private static void until(Supplier<String> what, Duration patience, BooleanSupplier so) {
    if (!soon(patience, so)) {
      throw new AssertionError("never: " + what.get());
    }
  }

  /** Whether it is so within {@code patience}; returns as soon as it is. */
  public static boolean soon(Duration patience, BooleanSupplier so) {
    Instant end = Instant.now().plus(patience);
    while (!so.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        return false;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    return true;
  }
}
