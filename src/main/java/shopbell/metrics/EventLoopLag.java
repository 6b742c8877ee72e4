package shopbell.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** How late an event loop runs due tasks; more than a few milliseconds means that a task blocks it. */
public final class EventLoopLag {
  /** The interval of measurements. */
  public static final Duration EVERY = Duration.ofMillis(100);

  private final Timer lag;
  private long dueNanos;

  public EventLoopLag(MeterRegistry registry) {
    lag = Timer.builder("shopbell.eventloop.lag")
        .description("how late an event loop runs a task that is due")
        .publishPercentiles(0.5, 0.99)
        .register(registry);
  }

  /** To be called on the event loop every {@link #EVERY}. */
  public void tick(long nanoTime) {
    if (dueNanos != 0) {
      lag.record(Duration.ofNanos(Math.max(0, nanoTime - dueNanos)));
    }
    dueNanos = nanoTime + EVERY.toNanos();
  }
}
