package shopbell.connector;

import static shopbell.connector.EvaluationLimits.LONGEST_TEXT;
import static shopbell.connector.EvaluationLimits.check;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.Jsonata.JFunction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * JSONata functions that take a regular expression, aborted when one takes too long. Each first finds all matches in a
 * {@link BoundedText}; a search that ends there ends in the library's own function too.
 *
 * <p>Public because the library calls its functions by name.
 */
public final class RegexFunctions {
  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final int MOST_FOUND = 100_000;
  private static final Map<String, JFunction> WATCHED = Map.of(
      "contains", function("contains", "<s-(sf):b>"),
      "match", function("match", "<s-f<s:o>n?:a<o>>"),
      "replace", function("replace", "<s-(sf)(sf)n?:s>"),
      "split", function("split", "<s-(sf)n?:a<s>>"),
      "eval", new JFunction((input, args) -> refused(), null));

  private RegexFunctions() {}

  private static JFunction function(String name, String signature) {
    return Jsonata.function(name, signature, RegexFunctions.class, null, name);
  }

  /** Input is data, and never becomes an expression. */
  private static Object refused() {
    throw new JException("$eval is not available", -1);
  }

  /** Replaces the library's functions in {@code frame}. */
  static void bind(Frame frame) {
    WATCHED.forEach((name, function) -> frame.bind(name, (Object) function));
  }

  /** As docs.jsonata.org says. */
  public static Boolean contains(String text, Object token) {
    watch(text, token, 1, found -> {});
    return Functions.contains(text, token);
  }

  /** As docs.jsonata.org says. */
  public static List<?> match(String text, Pattern pattern, Integer limit) {
    watch(text, pattern, Integer.MAX_VALUE, new Found());
    return Functions.match(text, pattern, limit);
  }

  /** As docs.jsonata.org says; a text to find is never a regular expression, with a limit neither. */
  public static String replace(String text, Object token, Object replacement, Integer limit) {
    boolean said = replacement instanceof String;
    boolean senseless = "".equals(token) || (limit != null && limit < 0);
    if (text == null || senseless || (said && limit == null)) {
      watch(text, token, Integer.MAX_VALUE, new Made(text, replacement));
      return Functions.replace(text, token, replacement, limit);
    }
    Pattern pattern =
        token instanceof Pattern given ? given : Pattern.compile(Pattern.quote((String) token));
    int most = limit == null ? Integer.MAX_VALUE : limit;
    int end = watch(text, pattern, most, new Made(text, replacement));
    if (!said) {
      return eachReplaced(pattern.matcher(text), replacement, most);
    }
    return Functions.replace(text.substring(0, end), pattern, replacement, null)
        + text.substring(end);
  }

  /** Not by the library: where the function fails, it prints a stack that may quote the document. */
  private static String eachReplaced(Matcher found, Object function, int most) {
    StringBuilder done = new StringBuilder();
    for (int left = most; left > 0 && found.find(); left--) {
      found.appendReplacement(done, Matcher.quoteReplacement(replaced(found, function)));
      check(done.length() <= LONGEST_TEXT, TOO_LONG);
    }
    return found.appendTail(done).toString();
  }

  private static String replaced(MatchResult found, Object function) {
    // toList() may hold null, for a group without a match
    List<String> groups =
        IntStream.rangeClosed(1, found.groupCount()).mapToObj(found::group).toList();
    Map<String, Object> match = Map.of(
        "match", found.group(), "start", found.start(), "end", found.end(), "groups", groups);
    try {
      if (Functions.funcApply(function, List.of(match)) instanceof String text) {
        return text;
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new JException("the function of $replace fails", -1);
    }
    throw new JException("the function of $replace makes something that is no text", -1);
  }

  /** As docs.jsonata.org says. */
  public static List<String> split(String text, Object separator, Number limit) {
    watch(text, separator, Integer.MAX_VALUE, new Found());
    return Functions.split(text, separator, limit);
  }

  private static final String TOO_LONG = "$replace makes a text that is too long";

  /** Counts the matches. */
  private static final class Found implements Consumer<MatchResult> {
    private int count;

    @Override
    public void accept(MatchResult found) {
      count++;
      check(count <= MOST_FOUND, "a text has more than " + MOST_FOUND + " of what is looked for");
    }
  }

  /** Bounds the length of the text after each match is replaced, with the values of {@code $1}. */
  private static final class Made implements Consumer<MatchResult> {
    private final int literal;
    private final long references;
    private long length;

    Made(String text, Object replacement) {
      String said = replacement instanceof String given ? given : "";
      literal = said.length();
      references = said.chars().filter(c -> c == '$').count();
      length = text == null ? 0 : text.length();
    }

    @Override
    public void accept(MatchResult found) {
      int longest = 0;
      for (int group = 0; references > 0 && group <= found.groupCount(); group++) {
        longest = Math.max(longest, found.end(group) - found.start(group));
      }
      length += literal + references * longest;
      check(length <= LONGEST_TEXT, TOO_LONG);
    }
  }

  /** {@code each} receives the matches, also of a plain text to find. */
  private static int watch(String text, Object token, int most, Consumer<MatchResult> each) {
    if (text == null || !(token instanceof Pattern || token instanceof String)) {
      return 0;
    }
    Pattern pattern =
        token instanceof Pattern given ? given : Pattern.compile(Pattern.quote((String) token));
    try {
      return BoundedText.search(pattern, text, most, LONGEST, each);
    } catch (BoundedText.TooSlow e) {
      throw new JException("a regular expression takes longer than a second on this text", -1);
    }
  }
}
