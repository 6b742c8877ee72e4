package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureDocumentTest {
  private static final Path CODE = Path.of("src/main/java/shopbell");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9.()]+)` \\|");
  private static final Pattern CLASS = Pattern.compile("`((?:[a-z0-9]+\\.)+[A-Z][A-Za-z]+)`");

  private static Set<String> all(Pattern pattern, String... pages) throws IOException {
    Set<String> found = new TreeSet<>();
    for (String page : pages) {
      pattern
          .matcher(Files.readString(Path.of("docs", page)))
          .results()
          .forEach(one -> found.add(one.group(1)));
    }
    return found;
  }

  @Test
  void theTableOfRoomsHasEveryPackageAndNoOther() throws IOException {
    try (Stream<Path> files = Files.walk(CODE)) {
      Set<String> packages = files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> CODE.relativize(file.getParent()).toString().replace('/', '.'))
          .map(name -> name.isEmpty() ? "(root)" : name)
          .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(packages, all(ROW, "architecture.md"));
    }
  }

  @Test
  void everyClassThatThePagesNameExists() throws IOException {
    Set<String> missing = all(CLASS, "architecture.md", "coming-rooms.md", "scaling.md").stream()
        .filter(name -> !Files.exists(CODE.resolve(name.replace('.', '/') + ".java")))
        .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), missing);
  }
}
