package shopbell.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the screen's files as text, for mistakes that no browser reports. */
class WordsTest {
  private static final Path WEBROOT = Path.of("webroot");
  private static final Pattern WORD = Pattern.compile("(?m)^ {2}'([^']+)': '(.*)',$");
  private static final Pattern ASKED = Pattern.compile("\\bt\\('([^']+)'");
  private static final Pattern VUE = Pattern.compile("'[.][.](/webjars/vue/([^/]+)/[^']+)'");

  @Test
  void bothLanguagesHaveTheSameWords() throws IOException {
    assertEquals(keys("de"), keys("en"));
    assertTrue(keys("de").size() > 200);
  }

  @Test
  void bothLanguagesFillInTheSameValues() throws IOException {
    for (String file : List.of(
        "account.js",
        "audit.js",
        "cards.js",
        "desk.js",
        "people.js",
        "ring.js",
        "screen.js",
        "journey.js",
        "admin.js")) {
      assertEquals(holes("de", file), holes("en", file), file);
    }
  }

  /** "1 warten" and "Eine von 1 Personen" are wrong: every count has a singular and a plural form. */
  @Test
  void whateverCountsHasAFormForOne() throws IOException {
    Set<String> without = new TreeSet<>();
    for (String language : List.of("de", "en")) {
      Set<String> keys = keys(language);
      for (Path file : files("words/" + language)) {
        WORD.matcher(Files.readString(file))
            .results()
            .filter(word -> word.group(2).contains("{n}"))
            .map(word -> word.group(1).replaceFirst("[.](one|other)$", ""))
            .filter(key -> !keys.contains(key + ".one") || !keys.contains(key + ".other"))
            .forEach(without::add);
      }
    }
    assertEquals(Set.of(), without);
  }

  @Test
  void everyWordThatIsAskedForExists() throws IOException {
    Set<String> keys = keys("en");
    Set<String> missing = new TreeSet<>();
    for (Path script : scripts()) {
      ASKED
          .matcher(Files.readString(script))
          .results()
          .map(found -> found.group(1))
          .filter(key -> !keys.contains(key) && !keys.contains(key + ".other"))
          .forEach(missing::add);
    }
    assertEquals(Set.of(), missing);
  }

  /** A reason is named by the server's words; without a sign of its own it would look like a mere remark. */
  @Test
  void everyReasonHasItsSign() throws IOException {
    String card = Files.readString(WEBROOT.resolve("cards/ReasonsCard.js"));
    Set<String> without = new TreeSet<>();
    for (String key : ResourceBundle.getBundle("words.words", Locale.ENGLISH).keySet()) {
      String kind = key.replaceFirst("^why\\.(.+)\\.evidence$", "$1");
      if (!kind.equals(key) && !card.contains("'" + kind + "': '")) {
        without.add(kind);
      }
    }
    assertEquals(Set.of(), without);
  }

  @Test
  void vueIsWhereTheScreenLooksForIt() throws IOException {
    MatchResult found = VUE.matcher(Files.readString(WEBROOT.resolve("vendor/vue.js")))
        .results()
        .findFirst()
        .orElseThrow();
    assertNotNull(getClass().getResource("/META-INF/resources" + found.group(1)));
    assertTrue(
        Files.readString(Path.of("pom.xml")).contains("<vue.version>" + found.group(2) + "<"));
  }

  @Test
  void everyFileOfThePageExists() throws IOException {
    Pattern file = Pattern.compile("(?:href|src)=\"[.](/[^\"]+)\"");
    for (MatchResult found :
        file.matcher(Files.readString(WEBROOT.resolve("index.html"))).results().toList()) {
      assertTrue(Files.exists(WEBROOT.resolve(found.group(1).substring(1))), found.group(1));
    }
  }

  private static Set<String> keys(String language) throws IOException {
    Set<String> keys = new TreeSet<>();
    for (Path file : files("words/" + language)) {
      WORD.matcher(Files.readString(file))
          .results()
          .map(found -> found.group(1))
          .forEach(keys::add);
    }
    return keys;
  }

  private static Set<String> holes(String language, String file) throws IOException {
    Pattern hole = Pattern.compile("\\{\\w+\\}");
    return WORD.matcher(Files.readString(WEBROOT.resolve("words/" + language + "/" + file)))
        .results()
        .map(found -> found.group(1)
            + hole.matcher(found.group(2))
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Every script of ours. */
  private static List<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.walk(WEBROOT)) {
      return files.filter(file -> file.toString().endsWith(".js")).toList();
    }
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(WEBROOT.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".js")).toList();
    }
  }
}
