package shopbell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import shopbell.screen.KillableServer;

/**
 * Limits a server process's processor time by a separate control group of Linux, of version 1 or 2; needs root. In
 * slices of 20 ms, so that a process that has used up its own does not wait long.
 */
final class ProcessorLimit implements AutoCloseable {
  private static final Path GROUPS = Path.of("/sys/fs/cgroup");
  private static final boolean FIRST = Files.exists(GROUPS.resolve("cpu/cpu.cfs_quota_us"));
  private static final int SLICE_MICROS = 20_000;

  private final Path group;

  private ProcessorLimit(Path group) {
    this.group = group;
  }

  /** Unlimited until {@link #cores} is called. */
  static ProcessorLimit of(KillableServer server) {
    Path group = (FIRST ? GROUPS.resolve("cpu") : GROUPS).resolve("shopbell-" + server.pid());
    try {
      Files.createDirectory(group);
    } catch (IOException e) {
      throw new UncheckedIOException("this needs root, and control groups that can be made", e);
    }
    ProcessorLimit processorLimit = new ProcessorLimit(group);
    processorLimit.write("cgroup.procs", "" + server.pid());
    return processorLimit;
  }

  /** Limits it to {@code cores}. */
  void cores(double cores) {
    String most = String.format(Locale.ROOT, "%.0f", cores * SLICE_MICROS);
    if (FIRST) {
      write("cpu.cfs_period_us", "" + SLICE_MICROS);
      write("cpu.cfs_quota_us", most);
    } else {
      write("cpu.max", most + " " + SLICE_MICROS);
    }
  }

  private void write(String file, String text) {
    try {
      Files.writeString(group.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** To be called when the process has ended. */
  @Override
  public void close() {
    Waiting.until("nobody is in it any more", () -> group.toFile().delete());
  }
}
