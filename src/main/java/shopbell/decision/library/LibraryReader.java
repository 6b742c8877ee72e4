package shopbell.decision.library;

import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shopbell.connector.ConnectorError;
import shopbell.connector.Expression;
import shopbell.connector.YamlSection;
import shopbell.model.decision.LocalText;

/** What files of actions and of vetoes have in common: texts, rules, and errors with the place of their key. */
final class LibraryReader {
  private static final Pattern ESCAPED = Pattern.compile("\\\\.");
  private static final Pattern KEY_FIRST = Pattern.compile("([a-z][A-Za-z]*) (.*)");

  private LibraryReader() {}

  /** The map of a file. JSON is YAML, but for one escape that many programs write: {@code \/} for a slash. */
  static YamlSection document(String yamlOrJson) {
    return YamlSection.of(
        yamlOrJson.stripLeading().startsWith("{")
            ? ESCAPED.matcher(yamlOrJson).replaceAll(escape -> {
              String text = escape.group().equals("\\/") ? "/" : escape.group();
              return Matcher.quoteReplacement(text);
            })
            : yamlOrJson);
  }

  /** A value that checks itself; what it refuses is an error at the key that its message begins with. */
  static <T> T checked(YamlSection section, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      Matcher key = KEY_FIRST.matcher(e.getMessage());
      throw key.matches()
          ? section.wrong(key.group(1), key.group(2))
          : section.wrong(e.getMessage());
    }
  }

  /** The text below {@code key} in both languages, its placeholders tried; empty without the key. */
  static LocalText text(YamlSection section, String key) {
    return section.part(key).map(LibraryReader::text).orElse(LocalText.NONE);
  }

  private static LocalText text(YamlSection both) {
    both.only("de", "en");
    return new LocalText(tried(both, "de"), tried(both, "en"));
  }

  private static String tried(YamlSection both, String language) {
    String text = both.required(language);
    try {
      PlaceholderText.of(text);
      return text;
    } catch (ConnectorError e) {
      throw both.wrong(language, "has a wrong placeholder: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw both.wrong(language, "is wrong: " + e.getMessage());
    }
  }

  /** The rule below {@code key}, compiled once to find its errors; an empty text without the key. */
  static String rule(YamlSection section, String key) {
    return section.expression(key).map(Expression::text).orElse("");
  }

  /** A value such as a date or a duration, which {@code parse} reads or refuses with an exception. */
  static <T> Optional<T> parsed(
      YamlSection section, String key, Function<String, T> parse, String expected) {
    return section.text(key).map(text -> {
      try {
        return parse.apply(text);
      } catch (DateTimeException | NumberFormatException e) {
        throw section.wrong(key, "is " + expected);
      }
    });
  }

  /** True or false; false without the key. */
  static boolean flag(YamlSection section, String key) {
    String text = section.text(key).orElse("false");
    if (!List.of("true", "false").contains(text)) {
      throw section.wrong(key, "is true or false");
    }
    return text.equals("true");
  }
}
