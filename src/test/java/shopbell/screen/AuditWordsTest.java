package shopbell.screen;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shopbell.security.AuditEntry;

/** Every kind of audit entry has its words on the screen and is in the API's description. */
class AuditWordsTest {
  private static void has(String file, String text) throws IOException {
    assertTrue(Files.readString(Path.of(file)).contains(text), file + " lacks " + text);
  }

  @ParameterizedTest
  @EnumSource
  void everyKindIsSaidInBothLanguagesAndHasASign(AuditEntry.Kind kind) throws IOException {
    has("webroot/words/de/audit.js", "'act." + kind + "'");
    has("webroot/words/en/audit.js", "'act." + kind + "'");
    has("webroot/admin/audit/kinds.js", "'" + kind + "':");
  }

  @ParameterizedTest
  @EnumSource
  void everyKindStandsInTheDescriptionOfTheApi(AuditEntry.Kind kind) throws IOException {
    has("src/main/resources/api/openapi.yaml", kind.toString());
  }
}
