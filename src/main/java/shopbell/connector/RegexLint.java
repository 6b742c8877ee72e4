package shopbell.connector;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;

/** Checks the regular expressions of an expression before it runs. */
final class RegexLint {
  /** After these a slash begins a regular expression; after anything else it divides. */
  private static final String OPENING = "(,[{;:=?>&<!+-|";

  private static final String SAMPLES = "a0A -.,\n";
  private static final int LENGTH = 30;

  /** Searching thirty characters takes some hundred reads, or some ten thousand with an inefficient expression. */
  private static final long LOOKS = 1_000_000;

  private final String text;
  private int at;
  private char before = '(';

  private RegexLint(String text) {
    this.text = text;
  }

  /**
   * Throws {@link ConnectorError} for a regular expression that is no argument, where it is not bounded, and for one
   * that needs a million reads for some text of 31 characters.
   */
  static void check(String text) {
    RegexLint check = new RegexLint(text);
    while (check.at < text.length()) {
      check.next();
    }
  }

  private void next() {
    char c = text.charAt(at);
    if (c == '"' || c == '\'' || c == '`') {
      at = quoted(c);
    } else if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      at = end < 0 ? text.length() : end + 2;
      return;
    } else if (c == '/' && OPENING.indexOf(before) >= 0) {
      at = regex();
    } else {
      at++;
    }
    before = Character.isWhitespace(c) ? before : c;
  }

  /** Behind the closing quote. */
  private int quoted(char quote) {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != quote) {
      end += text.charAt(end) == '\\' && quote != '`' ? 2 : 1;
    }
    return end + 1;
  }

  /** Behind the closing slash. */
  private int regex() {
    int end = at + 1;
    int depth = 0;
    while (end < text.length() && (text.charAt(end) != '/' || depth > 0)) {
      char c = text.charAt(end);
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      end += c == '\\' ? 2 : 1;
    }
    if (before != ',') {
      throw new ConnectorError(
          "a regular expression stands as an argument, as in $match(text, /[0-9]+/)", at, text);
    }
    String pattern = text.substring(at + 1, Math.min(end, text.length()));
    slowest(pattern).ifPresent(c -> {
      throw new ConnectorError(
          "this regular expression takes too long on a text such as " + c + " written 30 times",
          at,
          text);
    });
    return end + 1;
  }

  private static Optional<String> slowest(String text) {
    try {
      Pattern pattern = Pattern.compile(text);
      return IntStream.concat(SAMPLES.chars(), text.chars().filter(Character::isLetterOrDigit))
          .distinct()
          .mapToObj(Character::toString)
          .filter(c -> BoundedText.slow(pattern, c.repeat(LENGTH) + "\0", LOOKS))
          .findFirst();
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }
}
