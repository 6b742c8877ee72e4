package shopbell.scheduling;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Work that is repeated until shutdown; its first run is one period after the start.
 *
 * @param every the period, at least a millisecond
 * @param leaderOnly whether only the node that does the scheduled work runs it
 * @param work runs on an event loop and does not block
 */
public record PeriodicTask(Duration every, boolean leaderOnly, Runnable work) {
  /** Runs at every node. */
  public static PeriodicTask everywhere(Duration every, Runnable work) {
    return new PeriodicTask(every, false, work);
  }

  /** Runs at one node of the cluster at a time. */
  public static PeriodicTask onLeader(Duration every, Runnable work) {
    return new PeriodicTask(every, true, work);
  }

  /** Starts it; {@code leader} decides at each period whether this node does the scheduled work. */
  public void start(Vertx vertx, BooleanSupplier leader) {
    vertx.setPeriodic(Math.max(1, every.toMillis()), tick -> {
      if (!leaderOnly || leader.getAsBoolean()) {
        work.run();
      }
    });
  }
}
