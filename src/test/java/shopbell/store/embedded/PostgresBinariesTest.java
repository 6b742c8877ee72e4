package shopbell.store.embedded;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {
  @TempDir
  private Path dir;

  /** Else a data folder that is there already would go on with the programs of the release before. */
  @Test
  void theFolderIsNamedByTheVersionThatThePomBrings() throws IOException {
    String version = PostgresBinaries.in(dir).getFileName().toString().replace("postgres-", "");
    assertTrue(Files.readString(Path.of("pom.xml"))
        .contains("<postgres.binaries.version>" + version + ".0</postgres.binaries.version>"));
  }
}
