package shopbell.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the screen knows is changed by the functions of the module that keeps it, and by nobody else. */
class StateRulesTest {
  private static final Path WEBROOT = Path.of("webroot");
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import\\s+([^'\"]+?)\\s+from\\s+'([^']+)'");
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*//.*$");
  private static final Pattern SHARED =
      Pattern.compile("(?m)^export const (\\w+) = (?:shallowR|r)eactive\\(");

  /** An administrator's trial of a connector is known to that page alone, and kept beside it. */
  private static final List<String> KEPT_ELSEWHERE = List.of("admin/connectorTrial.js");

  @Test
  void noModuleChangesTheDataOfAnotherModule() throws IOException {
    List<String> changes = new ArrayList<>();
    for (Path script : scripts()) {
      for (String change : changes(Files.readString(script))) {
        changes.add(WEBROOT.relativize(script) + ": " + change);
      }
    }
    assertEquals(List.of(), changes);
  }

  @Test
  void dataThatSeveralModulesReadIsKeptInState() throws IOException {
    List<String> elsewhere = new ArrayList<>();
    for (Path script : scripts()) {
      String path = WEBROOT.relativize(script).toString();
      if (!path.startsWith("state/")
          && !KEPT_ELSEWHERE.contains(path)
          && SHARED.matcher(Files.readString(script)).find()) {
        elsewhere.add(path);
      }
    }
    assertEquals(List.of(), elsewhere);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "desk.page = null",
        "const close = () => { desk.listing = false }",
        "desk.changed++",
        "--desk.changed",
        "desk.since += 1",
        "desk.read[id] = 3",
        "desk.cards[0].name ??= ''",
        "desk.cards.push(card)",
        "delete desk.read[id]",
        "Object.assign(desk, { active: null })",
        "Object.assign(desk.read, { a: 1 })",
        "cardOf(id).version = 3",
        "Object.assign(cardOf(id), { version: 3 })",
        "d.cards.splice(0, 1)"
      })
  void aChangeIsFound(String statement) {
    assertEquals(1, changes("""
        import { cardOf, desk, other as d } from '../state/desk.js'
        """ + statement + "\n").size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (desk.page === null) go()",
        "const page = desk.page",
        "desk.cards.filter(card => card.id !== 1)",
        "const open = at => desk.page >= at",
        "Object.assign(mine, { desk: 1 })",
        "mine.desk.page = null",
        "const all = [...desk.cards].sort()"
      })
  void readingIsNoChange(String statement) {
    assertEquals(
        List.of(), changes("import { desk } from '../state/desk.js'\n" + statement + "\n"));
  }

  /** What in {@code script} changes something imported, or what an imported function has returned. */
  private static List<String> changes(String script) {
    String names = imported(script).stream().map(Pattern::quote).collect(Collectors.joining("|"));
    if (names.isEmpty()) {
      return List.of();
    }
    String own = "(?<![\\w$'\"])(?<!(?<![.][.])[.])(?:" + names + ")\\b(?:\\([^()]*\\))?";
    String kept = "(?<!-)" + own;
    String part = "(?:[?]?[.]\\w+|\\[[^\\]]*\\])";
    Pattern change = Pattern.compile(String.join(
        "|",
        kept + part + "+\\s*(?:[-+*/%&|^]|\\*\\*|<<|>>>?|&&|\\|\\||[?]{2})?=(?![=>])",
        kept + part + "+\\s*(?:\\+\\+|--)",
        "(?:\\+\\+|--|\\bdelete\\s+)" + own + part,
        kept + part + "*[.](?:push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin)\\(",
        "Object\\.(?:assign|defineProperty)\\(\\s*" + kept + part + "*\\s*,"));
    String code = COMMENT.matcher(IMPORT.matcher(script).replaceAll("")).replaceAll("");
    return change.matcher(code).results().map(MatchResult::group).toList();
  }

  private static Set<String> imported(String script) {
    Set<String> names = new TreeSet<>();
    IMPORT
        .matcher(script)
        .results()
        .filter(found -> !found.group(2).contains("vendor"))
        .forEach(found -> {
          for (String name : found.group(1).replaceAll("[{}]", "").split(",", -1)) {
            names.add(name.strip().replaceFirst("^.* as ", ""));
          }
        });
    names.remove("");
    return names;
  }

  private static List<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.walk(WEBROOT)) {
      List<Path> scripts = files
          .filter(file -> file.toString().endsWith(".js"))
          .filter(file -> !file.startsWith(WEBROOT.resolve("vendor")))
          .sorted()
          .toList();
      assertTrue(scripts.size() > 100, "the screen's scripts");
      return scripts;
    }
  }
}
