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
  void everyKindIsSaidInBothLanguagesAndHasASign(AuditEntry.AuditKind auditKind)
      throws IOException {
    has("webroot/words/de/audit.js", "'act." + auditKind + "'");
    has("webroot/words/en/audit.js", "'act." + auditKind + "'");
    has("webroot/admin/audit/kinds.js", "'" + auditKind + "':");
  }

  @ParameterizedTest
  @EnumSource
  void everyKindStandsInTheDescriptionOfTheApi(AuditEntry.AuditKind auditKind) throws IOException {
    has("src/main/resources/api/openapi.yaml", auditKind.toString());
  }
}
