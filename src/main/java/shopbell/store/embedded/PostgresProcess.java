package shopbell.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL's programs as processes; they refuse to run as root, so root runs them in a user namespace. */
final class PostgresProcess {
  private PostgresProcess() {}

  /** Waits for the end. */
  static void run(Path log, String... words) throws IOException, InterruptedException {
    if (start(log, words).waitFor() != 0) {
      throw new IOException(Path.of(words[0]).getFileName() + " failed; its log is " + log);
    }
  }

  static Process start(Path log, String... words) throws IOException {
    List<String> line = new ArrayList<>();
    if (root()) {
      // in a new user namespace without a mapping the process runs as nobody, yet keeps our access
      // to our files
      line.addAll(List.of("unshare", "--user"));
    }
    line.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("TZ", "UTC");
    return builder
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  private static boolean root() throws IOException {
    return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
  }
}
