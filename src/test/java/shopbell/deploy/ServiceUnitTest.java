package shopbell.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The restrictions of the systemd unit; where systemd is installed its own rating is checked too. */
class ServiceUnitTest {
  private static final Path UNIT = Path.of("src/deploy/shopbell.service");
  private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");

  /** Of 100, where 100 is everything: what systemd-analyze shows as 2.0. */
  private static final String MOST_EXPOSED = "20";

  @Test
  void itTakesAwayWhatTheProgramDoesNotNeed() throws IOException {
    List<String> unit = Files.readAllLines(UNIT);
    for (String line : List.of(
        "User=shopbell",
        "UMask=0077",
        "NoNewPrivileges=true",
        "CapabilityBoundingSet=",
        "ProtectSystem=strict",
        "ProtectHome=true",
        "PrivateTmp=true",
        "PrivateDevices=true",
        "PrivateUsers=true",
        "ProtectProc=invisible",
        "RestrictNamespaces=true",
        "RestrictSUIDSGID=true",
        "SystemCallFilter=@system-service",
        "SystemCallFilter=~@privileged")) {
      assertTrue(unit.contains(line), line);
    }
  }

  /** Java's compiler writes what it then runs. */
  @Test
  void itLeavesJavasCompilerAtWork() throws IOException {
    assertFalse(Files.readString(UNIT).contains("\nMemoryDenyWriteExecute="));
  }

  @Test
  void systemdScoresItTwoOrBetter() throws IOException, InterruptedException {
    if (Files.exists(ANALYZE)) {
      Process analyze = new ProcessBuilder(
              ANALYZE.toString(),
              "security",
              "--offline=true",
              "--no-pager",
              "--threshold=" + MOST_EXPOSED,
              UNIT.toString())
          .redirectErrorStream(true)
          .start();
      String said = new String(analyze.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, analyze.waitFor(), said);
    }
  }
}
