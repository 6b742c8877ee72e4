package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The evidence that docs/security.md cites exists. */
class SecurityDocumentTest {
  private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+)`");
  private static final Set<String> NO_CLASSES = Set.of("OTHER", "SameSite", "SecureRandom");

  @Test
  void everyClassAndTestItNamesExists() throws IOException {
    Set<String> there = new TreeSet<>(names("src/main/java"));
    there.addAll(names("src/test/java"));
    String document = Files.readString(Path.of("docs/security.md"));
    List<String> missing = CLASS
        .matcher(document)
        .results()
        .map(found -> found.group(1))
        .filter(name -> !NO_CLASSES.contains(name) && !there.contains(name))
        .distinct()
        .toList();
    assertEquals(List.of(), missing);
    assertTrue(CLASS.matcher(document).results().count() > 50);
  }

  private static Set<String> names(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.replace(".java", ""))
          .collect(Collectors.toSet());
    }
  }
}
