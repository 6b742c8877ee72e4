package shopbell.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The telephone numbers in one field of another system: none, one or several, and why a part of the field cannot be
 * read.
 *
 * @param numbers in E.164, each once, in the order of the field
 * @param problem why a part of the field is no number; empty when all of it was read, or when it is meaningless
 */
record PhoneField(List<String> numbers, Optional<IgnoredHandle.IgnoredReason> problem) {
  private static final int LONGEST = 500;

  /** A spreadsheet's scientific notation: the last digits are lost. */
  private static final Pattern ROUNDED =
      Pattern.compile("[+'-]?\\s*\\d+([.,]\\d+)?\\s*[eE]\\s*[+]?\\s*\\d{1,3}");

  /** A number that a spreadsheet or a data frame converted to a decimal: all its digits are there. */
  private static final Pattern DECIMAL = Pattern.compile("([+]?\\d{7,})[.,]0{1,2}");

  /** A formula that stops a spreadsheet from converting the number: {@code ="030 123"}. */
  private static final Pattern FORMULA = Pattern.compile("=\\s*\"([^\"]*)\"");

  private static final Pattern BETWEEN = Pattern.compile(
      "\\s*(?:[;|\\n\\r\\t]|:::|\\s(?:oder|bzw\\.?|or|und|and|ou|et|sowie|o|y)\\s|\\s&\\s)\\s*",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern PERHAPS = Pattern.compile("\\s*(?:/|,(?!,))\\s*");
  private static final Pattern LABEL = Pattern.compile("^[\\p{L}. ()]{2,20}:\\s*(?=[+0-9(])");
  private static final int LONGEST_ENDING = 6;

  PhoneField {
    numbers = List.copyOf(numbers);
  }

  /** Parses a field as it was sent; {@code reader} supplies the default country. */
  static PhoneField read(String raw, PhoneNumbers reader) {
    if (raw.length() > LONGEST) {
      return nothing(IgnoredHandle.IgnoredReason.UNREADABLE);
    }
    Set<String> numbers = new LinkedHashSet<>();
    Optional<IgnoredHandle.IgnoredReason> problem = Optional.empty();
    for (String part : BETWEEN.split(unmarked(plain(raw)), 0)) {
      PhoneField read = part(part.strip(), reader);
      numbers.addAll(read.numbers());
      problem = problem.or(read::problem);
    }
    return new PhoneField(List.copyOf(numbers), problem);
  }

  /** Compatible forms, digits of all scripts and blanks of all widths as ASCII; without invisible characters. */
  static String plain(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    Normalizer.normalize(raw, Normalizer.Form.NFKC).codePoints().forEach(c -> {
      int type = Character.getType(c);
      if (type == Character.DECIMAL_DIGIT_NUMBER) {
        text.append(Character.digit(c, 10));
      } else if (type == Character.SPACE_SEPARATOR) {
        text.append(' ');
      } else if (type == Character.DASH_PUNCTUATION) {
        text.append('-');
      } else if (type != Character.FORMAT) {
        text.appendCodePoint(c);
      }
    });
    return text.toString().strip();
  }

  /** Removes the characters a spreadsheet puts around a number to keep it a text. */
  private static String unmarked(String text) {
    Matcher formula = FORMULA.matcher(text);
    String bare = formula.matches() ? formula.group(1) : text;
    return bare.replaceFirst("^['`]\\s*(?=[+0-9(])", "").strip();
  }

  private static PhoneField part(String text, PhoneNumbers reader) {
    if (ROUNDED.matcher(text).matches()) {
      return nothing(IgnoredHandle.IgnoredReason.ROUNDED);
    }
    if (reader.withheld(text)) {
      return new PhoneField(List.of(), Optional.empty());
    }
    Matcher decimal = DECIMAL.matcher(text);
    String number = LABEL.matcher(decimal.matches() ? decimal.group(1) : text).replaceFirst("");
    List<String> several = several(number, reader);
    if (!several.isEmpty()) {
      return new PhoneField(several, Optional.empty());
    }
    return reader
        .e164(number)
        .map(one -> new PhoneField(List.of(one), Optional.empty()))
        .orElseGet(() -> nothing(IgnoredHandle.IgnoredReason.UNREADABLE));
  }

  /**
   * A slash or comma separates two numbers only where the first is a valid one by itself: {@code 030/77125} is one
   * number, {@code 030 77125 / 77126} is two. A short second one replaces the ending of the first.
   */
  private static List<String> several(String text, PhoneNumbers reader) {
    List<String> parts = Arrays.stream(PERHAPS.split(text)).map(String::strip).toList();
    Optional<String> first = parts.size() < 2 ? Optional.empty() : reader.valid(parts.get(0));
    if (first.isEmpty()) {
      return List.of();
    }
    List<String> numbers = new ArrayList<>(List.of(first.get()));
    for (String other : parts.subList(1, parts.size())) {
      Optional<String> whole = reader.valid(other).or(() -> ending(first.get(), other, reader));
      if (whole.isEmpty()) {
        return List.of();
      }
      numbers.add(whole.get());
    }
    return numbers;
  }

  private static Optional<String> ending(String first, String other, PhoneNumbers reader) {
    String digits = other.replaceFirst("^-", "");
    boolean fits = digits.matches("[1-9]\\d{0," + (LONGEST_ENDING - 1) + "}");
    return fits
        ? reader.valid(first.substring(0, first.length() - digits.length()) + digits)
        : Optional.empty();
  }

  private static PhoneField nothing(IgnoredHandle.IgnoredReason why) {
    return new PhoneField(List.of(), Optional.of(why));
  }
}
