package shopbell.identity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Measures the figures of docs/identity.md: {@code mvn -Pbench test -Dbench=identity -Ddata=FOLDER}. */
@Tag("identity")
class IdentityBench {
  private static final int MANY = 1_000_000;

  private final PrintStream out = System.out;

  @Test
  void duplicatesOfPeopleWhoAreKnownToBeDoubled() {
    String folder = System.getProperty("data", "");
    assertTrue(
        !folder.isBlank(),
        "-Ddata names the folder of the FEBRL files dataset1.csv to dataset4b.csv");
    new PersonBench(Path.of(folder), out).run();
  }

  @Test
  void callersOfGeneratedTelephony() {
    new TelephonyBench(out).run("training", 1, 2, 3, 101, 102, 103);
    new TelephonyBench(out).run("held out", 201, 202, 203, 204, 205, 206);
  }

  @Test
  void aMillionCustomers() {
    new CrowdBench(out).run(MANY);
  }
}
