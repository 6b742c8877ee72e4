package shopbell.cli;

import io.vertx.core.Future;
import java.util.concurrent.ExecutionException;

/** Blocks the command line's own thread for a result from an event loop. */
final class BlockingWait {
  private BlockingWait() {}

  /** The result; throws the failure itself where it can be thrown. */
  static <T> T on(Future<T> future) throws Exception {
    try {
      return future.toCompletionStage().toCompletableFuture().get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
