package shopbell.store;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;

/**
 * Processor time used so far by this process and by the PostgreSQL it has started: unlike wall-clock time it hardly
 * depends on the machine's other load.
 */
record ProcessorTimeUsed(Duration java, Duration postgres) {
  static ProcessorTimeUsed now() {
    com.sun.management.OperatingSystemMXBean system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    Duration servers = ProcessHandle.current()
        .descendants()
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
    return new ProcessorTimeUsed(Duration.ofNanos(system.getProcessCpuTime()), servers);
  }

  /** In words, for each of {@code count} operations since {@code before}. */
  String since(ProcessorTimeUsed before, int count) {
    return String.format(
        Locale.ROOT,
        "%.1f us in Java, %.1f us in PostgreSQL",
        java.minus(before.java).toNanos() / 1e3 / count,
        postgres.minus(before.postgres).toNanos() / 1e3 / count);
  }
}
