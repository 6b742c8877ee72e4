package shopbell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import shopbell.screen.KillableServer;

/** Processor time so far of nodes in separate processes, of PostgreSQL, and of the load, which is this process. */
record ProcessorTime(Duration nodes, Duration postgres, Duration load) {
  private static final int COMMAND = 1;
  private static final List<Integer> OWN = List.of(13, 14);

  /** The fields with the time of ended child processes: PostgreSQL's for closed connections. */
  private static final List<Integer> WITH_ENDED = List.of(13, 14, 15, 16);

  private static final long TICK_MILLIS = 10;

  static ProcessorTime by(List<KillableServer> nodes) {
    return new ProcessorTime(
        nodes.stream().map(KillableServer::busy).reduce(Duration.ZERO, Duration::plus),
        ProcessHandle.current()
            .descendants()
            .map(process -> stat(process.pid()))
            .filter(stat -> stat.length > 0 && stat[COMMAND].equals("(postgres)"))
            .map(stat -> sum(stat, WITH_ENDED))
            .reduce(Duration.ZERO, Duration::plus),
        sum(stat(ProcessHandle.current().pid()), OWN));
  }

  ProcessorTime since(ProcessorTime before) {
    return new ProcessorTime(
        nodes.minus(before.nodes), postgres.minus(before.postgres), load.minus(before.load));
  }

  /** In words, for each of {@code count} operations. */
  String each(int count) {
    return String.format(
        Locale.ROOT,
        "nodes %.2f, PostgreSQL %.2f, load %.2f ms",
        (double) nodes.toMillis() / count,
        (double) postgres.toMillis() / count,
        (double) load.toMillis() / count);
  }

  private static Duration sum(String[] stat, List<Integer> fields) {
    return Duration.ofMillis(TICK_MILLIS
        * fields.stream().mapToLong(field -> Long.parseLong(stat[field])).sum());
  }

  /** See proc_pid_stat(5); nothing when it has ended meanwhile. */
  private static String[] stat(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/stat"))) {
      // PostgreSQL's name has no space in it
      return lines.findFirst().orElse("").split(" ", -1);
    } catch (NoSuchFileException ended) {
      return new String[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
