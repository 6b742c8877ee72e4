package shopbell.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running PostgreSQL server process, as described by its {@code postmaster.pid} (PostgreSQL manual, 18.2). */
record Postmaster(ProcessHandle process, int port) {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** The server that runs on {@code data}, ours or left behind by a killed process; empty when none is alive. */
  static Optional<Postmaster> on(Path data) throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.size() < 4) {
      return Optional.empty();
    }
    int port = Integer.parseInt(lines.get(3).trim());
    return ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
        .filter(ProcessHandle::isAlive)
        .filter(Postmaster::isPostgres)
        .map(process -> new Postmaster(process, port));
  }

  /** The pid of a dead server may have been reused by another program. */
  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(c -> c.endsWith("/postgres")).orElse(false);
  }

  /**
   * Fast shutdown: clients are disconnected and everything is written; immediate shutdown when that takes too long.
   */
  void stop() throws IOException, InterruptedException {
    if (!ended("INT") && !ended("QUIT")) {
      process.destroyForcibly();
    }
  }

  private boolean ended(String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
        .start()
        .waitFor();
    try {
      process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }
}
