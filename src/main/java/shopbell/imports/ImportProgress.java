package shopbell.imports;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Shows the progress: one line that is redrawn on a terminal, a line every ten seconds elsewhere. */
public final class ImportProgress {
  private static final int WIDTH = 24;
  private static final double NANOS = 1e9;
  private static final double SILENCE_SECONDS = 10;

  private final PrintWriter out;
  private final boolean terminal;
  private final java.util.function.LongSupplier nanos;
  private long size;
  private long startBytes;
  private long startRows;
  private long begun;
  private long told;

  /** {@code nanos} is a clock that only goes forward. */
  public ImportProgress(PrintWriter out, boolean terminal, java.util.function.LongSupplier nanos) {
    this.out = out;
    this.terminal = terminal;
    this.nanos = nanos;
  }

  void begin(long bytes, long rows) {
    size = bytes;
    startRows = rows;
    begun = nanos.getAsLong();
    told = begun;
    if (rows > 0) {
      say(String.format(Locale.ROOT, "going on after row %,d", rows));
    }
  }

  void skipped(long bytes) {
    startBytes = bytes;
    begun = nanos.getAsLong();
  }

  void reached(BulkStore.Position position, long bytes) {
    long now = nanos.getAsLong();
    if (terminal) {
      out.print("\r" + line(position, bytes, now) + "\033[K");
      out.flush();
    } else if (now - told > SILENCE_SECONDS * NANOS) {
      told = now;
      say(line(position, bytes, now));
    }
  }

  void end(BulkStore.Position position, Path rejects) {
    double seconds = Math.max(0.001, (nanos.getAsLong() - begun) / NANOS);
    long rows = position.rows() - startRows;
    out.print(terminal ? "\r\033[K" : "");
    say(String.format(
        Locale.ROOT,
        "%,d rows, %,d rejected%s, %,.0f rows/s, %s",
        position.rows(),
        position.rejected(),
        position.rejected() > 0 ? " (see " + rejects + ")" : "",
        rows / seconds,
        clock(seconds)));
  }

  private String line(BulkStore.Position position, long bytes, long now) {
    double done = size == 0 ? 1 : Math.min(1, bytes / (double) size);
    double seconds = Math.max(0.001, (now - begun) / NANOS);
    double rate = (position.rows() - startRows) / seconds;
    double left = (size - bytes) * seconds / Math.max(1, bytes - startBytes);
    int filled = (int) (WIDTH * done);
    return String.format(
        Locale.ROOT,
        "[%s%s] %3.0f %%  %,d rows  %,.0f rows/s  %s left%s",
        "#".repeat(filled),
        ".".repeat(WIDTH - filled),
        done * 100,
        position.rows(),
        rate,
        clock(left),
        position.rejected() > 0 ? "  " + position.rejected() + " rejected" : "");
  }

  private static String clock(double seconds) {
    Duration time = Duration.ofMillis((long) (seconds * 1000));
    return time.toHours() > 0
        ? String.format(Locale.ROOT, "%d h %02d min", time.toHours(), time.toMinutesPart())
        : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
