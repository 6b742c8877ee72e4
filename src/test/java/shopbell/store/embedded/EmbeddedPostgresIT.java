package shopbell.store.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
  @TempDir
  Path dir;

  @Test
  void runsUntilItIsClosedAndStartsAgain() throws IOException {
    try (EmbeddedPostgres first = EmbeddedPostgres.start(dir)) {
      assertEquals(Optional.of(first.url()), EmbeddedPostgres.running(dir));
    }
    assertTrue(EmbeddedPostgres.running(dir).isEmpty());
    EmbeddedPostgres.start(dir).close();
  }

  @Test
  void hasOneOwnerAtATime() throws IOException {
    try (EmbeddedPostgres owner = EmbeddedPostgres.start(dir)) {
      assertFalse(owner.url().isEmpty());
      assertThrows(IOException.class, () -> EmbeddedPostgres.start(dir));
    }
  }
}
