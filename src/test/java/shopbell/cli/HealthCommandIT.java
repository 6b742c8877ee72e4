package shopbell.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import shopbell.OtherSystem;

/** The health check of an image. */
class HealthCommandIT {
  @TempDir
  private Path folder;

  private final StringWriter said = new StringWriter();

  private int health(String url) throws IOException {
    Path file = folder.resolve("shopbell.yaml");
    String port = url.substring(url.lastIndexOf(':') + 1);
    Files.writeString(file, "management:\n  host: 0.0.0.0\n  port: " + port + "\n");
    return new CommandLine(new HealthCommand())
        .setOut(new PrintWriter(said, true))
        .execute("--config", file.toString());
  }

  @Test
  void aServerThatIsReadyIsWell() throws IOException {
    try (OtherSystem server = OtherSystem.open()) {
      server.does(OtherSystem.json("{\"status\":\"UP\"}"));
      assertEquals(0, health(server.url()));
      assertEquals(List.of("/health/ready"), server.asked());
    }
  }

  @Test
  void oneThatIsNotSaysWhy() throws IOException {
    try (OtherSystem server = OtherSystem.open()) {
      server.does(request -> request
          .response()
          .setStatusCode(503)
          .end("{\"status\":\"DOWN\",\"reason\":\"the database is away\"}"));
      assertEquals(1, health(server.url()));
      assertTrue(said.toString().contains("the database is away"), said.toString());
    }
  }

  @Test
  void whereNothingAnswersItIsNotWell() throws IOException {
    OtherSystem gone = OtherSystem.open();
    gone.stop();
    assertEquals(1, health(gone.url()));
    assertTrue(said.toString().contains("no answer at http://127.0.0.1:"), said.toString());
    gone.close();
  }
}
