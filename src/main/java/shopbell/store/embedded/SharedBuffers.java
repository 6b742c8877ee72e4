package shopbell.store.embedded;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * The size of PostgreSQL's page cache: a quarter of the machine's memory, as its manual advises (Resource Consumption,
 * shared_buffers). Memory a small shop does not need is never touched.
 */
final class SharedBuffers {
  private static final long SHARE = 4;
  private static final long MEGABYTE = 1024 * 1024;
  private static final long LEAST = 128;
  private static final long MOST = 4096;

  private SharedBuffers() {}

  /** For this machine, or for the container this runs in; in PostgreSQL's format, {@code 512MB}. */
  static String ofThisMachine() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return of(system.getTotalMemorySize());
  }

  /** For a machine with {@code memory} bytes. */
  static String of(long memory) {
    return Math.max(LEAST, Math.min(MOST, memory / SHARE / MEGABYTE)) + "MB";
  }
}
