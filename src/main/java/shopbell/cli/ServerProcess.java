package shopbell.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import shopbell.Application;

/**
 * Runs a server until the process is terminated; a signal during the start completes the start and then stops cleanly.
 */
final class ServerProcess {
  private static final int PATIENCE_SECONDS = 20;

  /** A half-finished start cannot be stopped: it is awaited, and is longest where a database recovers. */
  private static final int LONGEST_SECONDS = 60;

  /** The work of a command while the server runs. */
  interface Companion {
    /** Called after the start; a failure stops the server again. */
    void begin() throws Exception;

    /** Called before the stop. */
    default void end() {}
  }

  private ServerProcess() {}

  /** Returns when everything has stopped. */
  static void untilTold(Application application, Companion companion) throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      told.countDown();
      await(stopped);
    }));
    try {
      BlockingWait.on(application.start());
      try {
        companion.begin();
        told.await();
        companion.end();
      } finally {
        stop(application);
      }
    } finally {
      // also after a failure, or the process would wait for a stop that is over
      stopped.countDown();
    }
  }

  private static void stop(Application application) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    application.stop().onComplete(over -> done.countDown());
    done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static void await(CountDownLatch stopped) {
    try {
      stopped.await(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
