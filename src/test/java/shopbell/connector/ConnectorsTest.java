package shopbell.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopbell.config.InvalidConfiguration;

class ConnectorsTest {
  @TempDir
  private Path folder;

  private static String door(String name, String map) {
    return "name: " + name + "\ndoor:\n  map: |\n    " + map + "\n";
  }

  /** With a time of change of its own, as two writes of one moment would not have. */
  private void write(String name, String text, int second) throws IOException {
    Path file = folder.resolve(name + ".yaml");
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_700_000_000L + second)));
  }

  private static Object says(Supplier<Connector> connector) {
    return connector.get().door().orElseThrow().map().evaluate(Map.of(), Map.of());
  }

  @Test
  void aFileOfOnesOwnWinsAndIsReadAgainWhenItChanges() throws IOException {
    write("placetel", door("placetel", "'one'"), 1);
    Connectors connectors = Connectors.in(folder);
    Supplier<Connector> placetel = connectors.get("ingress.a.kind", "placetel");
    assertEquals("one", says(placetel));
    assertTrue(connectors.all().get("placetel").own());
    write("placetel", door("placetel", "'two'"), 2);
    connectors.reload();
    assertEquals("two", says(placetel));
    Files.delete(folder.resolve("placetel.yaml"));
    connectors.reload();
    assertFalse(connectors.all().get("placetel").own());
  }

  @Test
  void aBrokenNewVersionLeavesTheOneBeforeAndSaysWhy() throws IOException {
    write("own", door("own", "'one'"), 1);
    Connectors connectors = Connectors.in(folder);
    Supplier<Connector> own = connectors.get("ingress.a.map", "own");
    write("own", door("own", "(1"), 2);
    connectors.reload();
    assertEquals("one", says(own));
    ConnectorError broken = connectors.all().get("own").broken().orElseThrow();
    assertEquals(4, broken.line());
    write("own", "name: own\nsource: {map: a, steps: [{name: a, path: b}]}\n", 3);
    connectors.reload();
    assertEquals("one", says(own));
    assertTrue(connectors
        .all()
        .get("own")
        .broken()
        .orElseThrow()
        .getMessage()
        .startsWith("door is missing"));
    Files.delete(folder.resolve("own.yaml"));
    connectors.reload();
    assertEquals("one", says(own));
    write("own", door("own", "'two'"), 4);
    connectors.reload();
    assertEquals("two", says(own));
    assertTrue(connectors.all().get("own").broken().isEmpty());
  }

  @Test
  void aBrokenFileStopsTheStartWithItsPlace() throws IOException {
    write("own", "name: own\ndor: {map: body}\n", 1);
    InvalidConfiguration bad =
        assertThrows(InvalidConfiguration.class, () -> Connectors.in(folder));
    assertTrue(
        bad.getMessage().contains("own.yaml line 2, column 1: unknown key dor; did you mean door?"),
        bad.getMessage());
  }

  @Test
  void aNewFileIsThereWithoutARestart() throws IOException {
    Connectors connectors = Connectors.in(folder.resolve("not-there-yet"));
    InvalidConfiguration unknown =
        assertThrows(InvalidConfiguration.class, () -> connectors.get("ingress.a.kind", "chatwod"));
    assertTrue(unknown.getMessage().contains("did you mean chatwoot?"), unknown.getMessage());
    connectors.save("own", door("own", "'one'"));
    assertEquals("one", says(connectors.get("ingress.a.map", "own")));
    assertEquals(door("own", "'one'"), connectors.text("own").orElseThrow());
  }

  @Test
  void whatIsSavedIsRightOrNotSavedAtAll() throws IOException {
    Connectors connectors = Connectors.in(folder);
    assertThrows(ConnectorError.class, () -> connectors.save("own", door("own", "(")));
    assertThrows(ConnectorError.class, () -> connectors.save("own", door("other", "a")));
    assertThrows(ConnectorError.class, () -> connectors.save("../own", door("../own", "a")));
    try (var files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }
}
