package shopbell.store.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
  /** One for all, because unpacking and creating it takes seconds. */
  @TempDir
  static Path dir;

  private static boolean listens(EmbeddedPostgres server) {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), URI.create(server.url()).getPort())) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  private static void kill() throws Exception {
    ProcessHandle process = Postmaster.on(dir.resolve("pgdata")).orElseThrow().process();
    process.destroyForcibly();
    process.onExit().get(10, TimeUnit.SECONDS);
  }

  @Test
  void runsUntilItIsClosedAndStartsAgain() throws IOException {
    try (EmbeddedPostgres first = EmbeddedPostgres.start(dir)) {
      assertEquals(Optional.of(first.url()), EmbeddedPostgres.running(dir));
    }
    assertTrue(EmbeddedPostgres.running(dir).isEmpty());
    EmbeddedPostgres.start(dir).close();
  }

  @Test
  void hasOneOwnerAtATimeAndSaysSoInOneLine() throws IOException {
    try (EmbeddedPostgres owner = EmbeddedPostgres.start(dir)) {
      assertFalse(owner.url().isEmpty());
      IOException refused = assertThrows(IOException.class, () -> EmbeddedPostgres.start(dir));
      assertTrue(refused.getMessage().contains("is in use by another Shopbell"));
      assertEquals(1, refused.getMessage().lines().count());
    }
  }

  @Test
  void aServerThatWasKilledIsStartedAgainOnTheSamePortAndListensAtOnce() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(dir)) {
      assertFalse(server.revive());
      kill();
      assertFalse(listens(server));
      assertTrue(server.revive());
      assertTrue(listens(server));
    }
  }

  @Test
  void aServerThatWasKilledBeforeAStartIsNoHindrance() throws Exception {
    EmbeddedPostgres first = EmbeddedPostgres.start(dir);
    kill();
    first.close();
    try (EmbeddedPostgres second = EmbeddedPostgres.start(dir)) {
      assertTrue(listens(second));
    }
  }

  @Test
  void theOrphanOfAKilledOwnerIsStoppedAndTheDataFoundAgain() throws Exception {
    Process owner = new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            Owner.class.getName(),
            dir.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    assertEquals('!', owner.getInputStream().read());
    assertThrows(IOException.class, () -> EmbeddedPostgres.start(dir));
    ProcessHandle orphan = Postmaster.on(dir.resolve("pgdata")).orElseThrow().process();
    owner.destroyForcibly().waitFor();
    assertTrue(orphan.isAlive());
    try (EmbeddedPostgres server = EmbeddedPostgres.start(dir)) {
      assertFalse(orphan.isAlive());
      assertTrue(listens(server));
    }
  }

  /** A separate process that starts the server and is killed. */
  static final class Owner {
    private Owner() {}

    public static void main(String[] args) throws Exception {
      String url = EmbeddedPostgres.start(Path.of(args[0])).url();
      System.out.write(url.isEmpty() ? '?' : '!');
      System.out.flush();
      TimeUnit.SECONDS.sleep(Duration.ofMinutes(5).toSeconds());
    }
  }
}
