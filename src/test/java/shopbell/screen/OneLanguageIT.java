package shopbell.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each screen of an agent is in the agent's language alone, whatever the server's language. */
class OneLanguageIT {
  private static final Pattern TEXT = Pattern.compile("(?m)^ {2}'[^']+': '(.*)',$");
  private static final Pattern WORD = Pattern.compile("[\\p{L}]{4,}");

  /** What customers and agents have written says itself in which direction it runs. */
  private static final String TEXTS = """
      (() => {
        const texts = []
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        while (walk.nextNode())
          if (!walk.currentNode.parentElement.closest('[dir=auto], bdi, button[lang], style, script')) texts.push(walk.currentNode.data)
        for (const e of document.querySelectorAll('[aria-label], [title], [placeholder]'))
          texts.push(e.ariaLabel, e.title, e.placeholder)
        return texts.filter(Boolean)
      })()
      """;

  private static Set<String> words(String language) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("webroot/words", language))) {
      Set<String> words = new TreeSet<>();
      for (Path file : files.toList()) {
        TEXT.matcher(Files.readString(file))
            .results()
            .map(found -> found.group(1).replaceAll("\\{[^}]*}", " "))
            .flatMap(OneLanguageIT::each)
            .forEach(words::add);
      }
      return words;
    }
  }

  private static Stream<String> each(String text) {
    return WORD.matcher(text)
        .results()
        .map(MatchResult::group)
        .map(s -> s.toLowerCase(Locale.ROOT));
  }

  /** Words of the other language that this one does not have, on the screen as it is. */
  private static Set<String> strange(Tab tab, Set<String> other) {
    return ((List<?>) tab.script(TEXTS))
        .stream()
            .flatMap(text -> each(String.valueOf(text)))
            .filter(other::contains)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "en"})
  void noScreenHasAWordOfTheServersLanguage(String mine) throws IOException {
    String servers = mine.equals("de") ? "en" : "de";
    Set<String> other = words(servers);
    other.removeAll(words(mine));
    assertTrue(other.size() > 300, "so many words are only " + servers + ": " + other.size());
    try (Stage stage = Stage.open(Map.of("locale", servers), "lena");
        Tab tab = Tab.at(
            stage.shop().url(),
            new Browser.NewContextOptions().setViewportSize(1280, 720).setLocale(mine))) {
      tab.page().addInitScript("localStorage.setItem('shopbell.language', '" + mine + "')");
      tab.page().reload();
      new ScreenPeople(stage, mine.equals("en")).enter();
      new Tour(stage, tab, screen -> assertEquals(Set.of(), strange(tab, other), screen)).walk();
    }
  }
}
