package shopbell.connector;

import static shopbell.connector.EvaluationLimits.LONGEST_TEXT;
import static shopbell.connector.EvaluationLimits.check;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.Jsonata.JFunction;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * JSONata functions with results much larger than their input, refused before they run; see {@link EvaluationLimits}
 * for all others.
 *
 * <p>Public because the library calls its functions by name.
 */
public final class LargeResultGuard {
  /** A number in a picture is the number of digits to write. */
  private static final Pattern WIDE = Pattern.compile("[1-9]\\d{3,}");

  private static final double LARGEST_ROMAN = 100_000;
  private static final double LARGEST_IN_WORDS = 1e15;
  private static final Map<String, JFunction> BOUNDED = Map.of(
      "pad", function("pad", "<s-ns?:s>"),
      "join", function("join", "<a<s>s?:s>"),
      "formatInteger", function("formatInteger", "<n-s:s>"),
      "fromMillis", function("fromMillis", "<n-s?s?:s>"));

  private LargeResultGuard() {}

  private static JFunction function(String name, String signature) {
    return Jsonata.function(name, signature, LargeResultGuard.class, null, name);
  }

  /** Replaces the library's functions in {@code frame}. */
  static void bind(Frame frame) {
    BOUNDED.forEach((name, function) -> frame.bind(name, (Object) function));
  }

  /** As docs.jsonata.org says. */
  public static String pad(String text, Number width, String with) {
    check(
        width == null || Math.abs(width.doubleValue()) <= LONGEST_TEXT,
        "$pad makes a text that is too long");
    return Functions.pad(text, width, with);
  }

  /** As docs.jsonata.org says. */
  public static String join(List<String> texts, String separator) {
    if (texts != null) {
      long length = (long) texts.size() * (separator == null ? 0 : separator.length());
      for (Object text : texts) {
        length += text instanceof String said ? said.length() : 0;
        check(length <= LONGEST_TEXT, "$join makes a text that is too long");
      }
    }
    return Functions.join(texts, separator);
  }

  /** As docs.jsonata.org says; Roman numbers up to 100,000, others up to 10^15. */
  public static String formatInteger(Number number, String picture) {
    boolean roman = picture != null && picture.matches("(?is)i(;.*)?");
    double most = roman ? LARGEST_ROMAN : LARGEST_IN_WORDS;
    check(
        number == null || Math.abs(number.doubleValue()) <= most,
        "$formatInteger is given a number that is too large");
    return Functions.formatInteger(number, picture);
  }

  /** As docs.jsonata.org says. */
  public static String fromMillis(Number millis, String picture, String zone) {
    check(
        picture == null || !WIDE.matcher(picture).find(),
        "$fromMillis is given a picture with more than 999 digits");
    return Functions.dateTimeFromMillis(millis, picture, zone);
  }
}
