package shopbell.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The table of docs/testing.md names every rule that stands in SQL, and a test that holds it. */
class DatabaseRulesDocumentTest {
  private static final Path SQL = Path.of("src/main/resources/db");
  private static final Pattern MADE = Pattern.compile(
      "(?im)^\\s*create\\s+(?:or\\s+replace\\s+)?(?:function|procedure|view|materialized\\s+view|trigger)\\s+(\\w+)");
  private static final Pattern DROPPED =
      Pattern.compile("(?im)^\\s*drop\\s+(?:function|procedure|view|trigger)\\s+(\\w+)");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| [^|]+ \\| (`[a-z][^|]*`) \\| `(\\w+)[.](\\w+)` \\|$");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  private static final Set<String> NAMED = new TreeSet<>();
  private static final List<String> TESTS = new ArrayList<>();

  @BeforeAll
  static void read() throws IOException {
    Matcher rows = ROW.matcher(Files.readString(Path.of("docs/testing.md")));
    while (rows.find()) {
      QUOTED.matcher(rows.group(1)).results().forEach(name -> NAMED.add(name.group(1)));
      TESTS.add(rows.group(2) + "." + rows.group(3));
    }
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  @Test
  void theTableNamesEveryFunctionViewTriggerAndQuery() throws IOException {
    Set<String> stored = new TreeSet<>();
    for (String file : Migrations.FILES) {
      String text = Files.readString(SQL.resolve(file));
      DROPPED.matcher(text).results().forEach(name -> stored.remove(name.group(1)));
      MADE.matcher(text).results().forEach(name -> stored.add(name.group(1)));
    }
    for (Path query : files(SQL.resolve("queries"), ".sql")) {
      stored.add(query.getFileName().toString());
    }
    assertEquals(stored, NAMED);
  }

  @Test
  void everyTestOfTheTableExists() throws IOException {
    Set<String> missing = new TreeSet<>(TESTS);
    for (Path file : files(Path.of("src/test/java"), ".java")) {
      String name = file.getFileName().toString().replace(".java", "");
      String text = Files.readString(file);
      missing.removeIf(test -> test.startsWith(name + ".")
          && text.contains("void " + test.substring(name.length() + 1) + "("));
    }
    assertEquals(Set.of(), missing);
  }
}
