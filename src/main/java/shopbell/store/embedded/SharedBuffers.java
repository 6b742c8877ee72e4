package shopbell.store.embedded;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How much memory PostgreSQL keeps pages of its files in: a quarter of the machine's, as its manual advises (Resource
 * Consumption, shared_buffers). What a small shop does not need of it is never touched.
 */
final class SharedBuffers {
  private static final long SHARE = 4;
  private static final long MEGABYTE = 1024 * 1024;
  private static final long LEAST = 128;
  private static final long MOST = 4096;

  private SharedBuffers() {}

  /** Of this machine, or of the container this runs in; as PostgreSQL reads it, {@code 512MB}. */
  static String ofThisMachine() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return of(system.getTotalMemorySize());
  }

  /** Where there are {@code memory} bytes. */
  static String of(long memory) {
    return Math.max(LEAST, Math.min(MOST, memory / SHARE / MEGABYTE)) + "MB";
  }
}
