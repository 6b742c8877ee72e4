package shopbell.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import shopbell.Application;

/** Keeps a server running until the process is told to end, and then stops it cleanly. */
final class Running {
  private static final int PATIENCE_SECONDS = 20;

  private Running() {}

  /** Returns when everything has stopped. */
  static void untilTold(Application application, Runnable before) throws InterruptedException {
    CountDownLatch told = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      told.countDown();
      await(stopped);
    }));
    told.await();
    before.run();
    application.stop().onComplete(done -> stopped.countDown());
    stopped.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static void await(CountDownLatch stopped) {
    try {
      stopped.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
