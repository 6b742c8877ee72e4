package shopbell.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopbell.Waiting;
import shopbell.screen.KillableServer;

/** The demo is terminated during its start; its PostgreSQL ends with it. */
class StoppedWhileStartingIT {
  @TempDir
  private Path folder;

  @Test
  void oncePostgresRunsAStopEndsItToo() throws IOException, InterruptedException {
    Process demo = demo();
    Waiting.until("PostgreSQL runs", () -> postgres().isPresent());
    ended(demo, postgres().orElseThrow());
  }

  @Test
  void afterReadyAndBeforeTheWorldIsToldAStopEndsItToo() throws IOException, InterruptedException {
    Process demo = demo();
    BufferedReader said = demo.inputReader();
    String line = said.readLine();
    while (line != null && !line.contains("ready")) {
      line = said.readLine();
    }
    assertTrue(line != null, "it got ready");
    ended(demo, postgres().orElseThrow());
  }

  private static void ended(Process demo, ProcessHandle postgres) throws InterruptedException {
    demo.destroy();
    assertTrue(demo.waitFor(60, TimeUnit.SECONDS), "the demo ends");
    try {
      assertFalse(postgres.isAlive(), "PostgreSQL ends with it");
    } finally {
      postgres.destroy();
    }
  }

  private Optional<ProcessHandle> postgres() {
    Path file = folder.resolve("data/pgdata/postmaster.pid");
    try {
      return Files.exists(file)
          ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).trim()))
          : Optional.empty();
    } catch (IOException | RuntimeException halfWritten) {
      return Optional.empty();
    }
  }

  private Process demo() throws IOException {
    Map<String, String> settings = Map.of(
        "database.url",
        "embedded:" + folder.resolve("data"),
        "http.port",
        "0",
        "management.port",
        "0");
    return KillableServer.command("demo", settings).redirectErrorStream(true).start();
  }
}
