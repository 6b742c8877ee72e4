package shopbell.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopbell.config.InvalidConfiguration;

class StepCatalogueReaderTest {
  @Test
  void anAdministratorsFileStandsOverOurOwn(@TempDir Path dir) throws IOException {
    Path file = dir.resolve("words.yaml");
    Files.writeString(file, "cart.added: {en: Basketed}\nquiz.won: {de: Gewonnen, does: done}\n");
    Map<String, Map<String, String>> all = StepCatalogueReader.read(file.toString());
    assertEquals("Basketed", all.get("cart.added").get("en"));
    assertEquals("done", all.get("quiz.won").get("does"));
    assertTrue(all.containsKey("checkout.abandoned"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      a.b: {de: x}\\nc.d: {does: view}              | line 2: c.d has words in de or en
      a.b: {de: x}\\n\\nc.d: {en: y, dose: view}    | line 3: unknown key dose; use one of [de, en, does, about]
      a.b: {de: x, does: jump}                     | line 1: does of a.b is one of [view, help, start, attempt, done, error, abandon]
      a.b: words                                   | line 1: a.b is a map of de, en, does, about
      a.b: {de: [x]}                               | line 1: de of a.b is a text
      - a.b                                        | line 1: a map of names is expected
      a.b: {de: x}\\na.b: {de: y}                   | line 2:
      a.b: {de: x                                  | line 1:
      """)
  void aMistakeIsNamedWithItsLine(String yaml, String message) {
    InvalidConfiguration bad = assertThrows(
        InvalidConfiguration.class,
        () -> StepCatalogueReader.parse(yaml.replace("\\n", "\n"), "words.yaml"));
    assertTrue(bad.getMessage().startsWith("words.yaml " + message), bad.getMessage());
  }

  @Test
  void anEmptyFileAddsNothing() throws IOException {
    assertEquals(Map.of(), StepCatalogueReader.parse("# nothing yet\n", "words.yaml"));
  }

  @Test
  void aFileThatIsNotThereStopsTheStart() {
    InvalidConfiguration bad = assertThrows(
        InvalidConfiguration.class, () -> StepCatalogueReader.read("/nowhere/words.yaml"));
    assertTrue(bad.getMessage().startsWith("journey.catalogue: "), bad.getMessage());
  }
}
