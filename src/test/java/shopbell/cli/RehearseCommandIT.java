package shopbell.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The command, with a separate database. */
class RehearseCommandIT {
  @Test
  void servesItsCallsWithoutALossAndLeavesNothingBehind() throws IOException {
    Set<Path> before = rehearsals();
    assertEquals(0, Main.run("rehearse", "--seconds", "2"));
    assertEquals(before, rehearsals());
  }

  private static Set<Path> rehearsals() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(path -> path.getFileName().toString().startsWith("shopbell-rehearsal"))
          .collect(Collectors.toSet());
    }
  }
}
