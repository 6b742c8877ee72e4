package shopbell.security;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A name or alias in the form in which it is compared: Unicode's NFKC with case folding (Unicode Standard Annex 31), blanks of any
 * kind as one, and a number as its digits.
 */
public final class NameKey {
  /** Soft hyphens, zero-width characters, marks of writing direction: all invisible. */
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern NUMBER = Pattern.compile("[+0-9 ()/.-]+");

  /** All non-digits, and leading zeros. */
  private static final Pattern NOT_IN_A_NUMBER = Pattern.compile("^[^1-9]+|\\D");

  private static final int SHORTEST_NUMBER = 5;

  private NameKey() {}

  /** Equal for two spellings of one name; empty when {@code text} is blank. */
  public static String of(String text) {
    String visible =
        INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    String spaced = BLANKS.matcher(visible).replaceAll(" ").strip();
    // upper case first: ß and SS are one, and so are the two small sigmas
    String folded = Normalizer.normalize(
        spaced.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    return number(digits(folded));
  }

  /** Converts digits of every script to ASCII. */
  private static String digits(String text) {
    return text.codePoints()
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static String number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return text;
    }
    String digits = NOT_IN_A_NUMBER.matcher(text).replaceAll("");
    return digits.length() >= SHORTEST_NUMBER ? digits : text;
  }
}
