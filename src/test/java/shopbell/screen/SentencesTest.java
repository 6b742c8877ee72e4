package shopbell.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.model.HandleKind;
import shopbell.remote.RemoteCallFailed;

/** The screen has every sentence of the server in both languages, in the same words. */
class SentencesTest {
  private static final Path WORDS = Path.of("webroot/words");
  private static final Pattern LINE = Pattern.compile("(?m)^ {2}'([^']+)': '(.*)',$");
  private static final Pattern SAID = Pattern.compile(
      "(?:Sentence\\.of|nobody)\\(\\s*(?:withheld \\? )?\"([a-z.-]+[a-z])\"(?: : \"([a-z.-]+)\")?");

  @ParameterizedTest
  @ValueSource(strings = {"de", "en"})
  void theScreenSaysEachSentenceAsTheServerDoes(String language) throws IOException {
    Map<String, String> expected = new TreeMap<>();
    ResourceBundle bundle = ResourceBundle.getBundle(
        "words.words",
        Locale.forLanguageTag(language),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    bundle.keySet().forEach(key -> expected.put(key, asScript(bundle.getString(key))));
    assertEquals(expected, script(language));
  }

  /** {@code {0,choice,1#one|1<many}} is {@code {0?one|many}} there. */
  private static String asScript(String sentence) {
    return sentence
        .replace("''", "\\'")
        .replaceAll("\\{(\\d),number,integer}", "{$1}")
        .replaceAll(
            "\\{(\\d),choice,1#((?:[^|{}]|\\{\\d})*)\\|1<((?:[^{}]|\\{\\d})*)}", "{$1?$2|$3}");
  }

  private static Map<String, String> script(String language) throws IOException {
    Map<String, String> said = new TreeMap<>();
    for (String file : new String[] {"reasons.js", "sentences.js"}) {
      LINE.matcher(Files.readString(WORDS.resolve(language).resolve(file)))
          .results()
          .forEach(found -> said.put(found.group(1), found.group(2)));
    }
    return said;
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "en"})
  void everySentenceThatTheServerCanSendIsThere(String language) throws IOException {
    Set<String> missing = new TreeSet<>(sendable());
    assertTrue(missing.size() > 35, missing.toString());
    missing.removeAll(script(language).keySet());
    assertEquals(Set.of(), missing);
  }

  /** Keys named in the code, and keys composed of an enum's words. */
  private static Set<String> sendable() throws IOException {
    Set<String> keys = new TreeSet<>();
    for (Path source : sources()) {
      SAID.matcher(Files.readString(source)).results().forEach(found -> {
        keys.add(found.group(1));
        Stream.ofNullable(found.group(2)).forEach(keys::add);
      });
    }
    for (HandleKind kind : HandleKind.values()) {
      keys.add("who.by." + kind);
      keys.add("who.by." + kind + ".verified");
    }
    for (RemoteCallFailed.FailureReason failureReason : RemoteCallFailed.FailureReason.values()) {
      keys.add(failureReason.word());
    }
    return keys;
  }

  private static Set<Path> sources() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
      return all.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toSet());
    }
  }

  @Test
  void aStepOfTheCatalogueIsCalledInBothLanguages() throws IOException {
    String own = Files.readString(Path.of("src/main/resources/catalogue.yaml"));
    for (String line :
        own.lines().filter(l -> l.startsWith("  ") || l.contains(": {")).toList()) {
      assertTrue(line.startsWith("#") || (line.contains("de: ") && line.contains("en: ")), line);
    }
  }
}
