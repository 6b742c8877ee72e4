package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureDocumentTest {
  private static final Path CODE = Path.of("src/main/java/shopbell");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9.()]+)` \\|");
  private static final Pattern CLASS = Pattern.compile("`((?:[a-z0-9]+\\.)+[A-Z][A-Za-z]+)`");

  private static String page() throws IOException {
    return Files.readString(Path.of("docs/architecture.md"));
  }

  private static Set<String> all(Pattern pattern) throws IOException {
    return pattern
        .matcher(page())
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theTableOfRoomsHasEveryPackageAndNoOther() throws IOException {
    try (Stream<Path> files = Files.walk(CODE)) {
      Set<String> packages = files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> CODE.relativize(file.getParent()).toString().replace('/', '.'))
          .map(name -> name.isEmpty() ? "(root)" : name)
          .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(packages, all(ROW));
    }
  }

  @Test
  void everyClassOnTheWaysExists() throws IOException {
    Set<String> missing = all(CLASS).stream()
        .filter(name -> !Files.exists(CODE.resolve(name.replace('.', '/') + ".java")))
        .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), missing);
  }
}
