package shopbell.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shopbell.model.Rejected;

/**
 * Converts a spreadsheet's cell to the schema's format: formulas that protect a text, German decimals, dates and times.
 * Ambiguous values are refused, and so are those the spreadsheet has truncated.
 */
final class SpreadsheetCell {
  private static final Pattern FORMULA = Pattern.compile("=\\s*\"([^\"]*)\"");
  private static final Pattern APOSTROPHE = Pattern.compile("'([+]?\\d[\\d ./()-]*)");
  private static final Pattern MISTAKE =
      Pattern.compile("#(?:NAME\\?|REF!|VALUE!|N/A|DIV/0!|NULL!|NUM!|WERT!|BEZUG!|NV|ZAHL!|####*)");
  private static final Pattern ROUNDED = Pattern.compile("\\d[.,]\\d+[eE][+]?\\d{1,3}");

  private static final Pattern SIGNS = Pattern.compile("[\\s\\u00a0\\u202f'’]|€|EUR");
  private static final Pattern GERMAN = Pattern.compile(
      "-?(?:\\d{1,3}(?:\\.\\d{3})+,\\d{1,6}|\\d{1,3}(?:\\.\\d{3}){2,}|\\d+,(?:\\d{1,2}|\\d{4,6}))");
  private static final Pattern ENGLISH =
      Pattern.compile("-?(?:\\d{1,3}(?:,\\d{3})+\\.\\d{1,6}|\\d{1,3}(?:,\\d{3}){2,})");
  private static final Pattern EITHER = Pattern.compile("-?\\d{1,3},\\d{3}");

  private static final Pattern DAY = Pattern.compile(
      "(?:(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})|(\\d{1,2})([./-])(\\d{1,2})[./-](\\d{4}))(?:[T ]+(.+))?");
  private static final Pattern CLOCK =
      Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?");
  private static final int MONTHS = 12;

  private SpreadsheetCell() {}

  /**
   * The cell of {@code column}, of which the last part decides the type; times without an offset are of {@code zone}.
   *
   * @throws Rejected when the spreadsheet has truncated the value, or it is ambiguous
   */
  static String read(String column, String cell, ZoneId zone) {
    String text = unmarked(cell);
    if (MISTAKE.matcher(text.strip()).matches()) {
      throw Rejected.field(pointer(column), "is a mistake of the spreadsheet and no value");
    }
    String last = column.substring(column.lastIndexOf('.') + 1);
    return switch (last) {
      case "amount" -> amount(column, text);
      case "currency" -> text.strip().toUpperCase(Locale.ROOT);
      case "since" -> since(column, text);
      case "id", "customerNumber" -> id(column, text);
      case "time", "at" -> time(column, text, zone);
      default -> last.endsWith("At") ? time(column, text, zone) : text;
    };
  }

  private static String unmarked(String cell) {
    Matcher formula = FORMULA.matcher(cell.strip());
    if (formula.matches()) {
      return formula.group(1);
    }
    Matcher apostrophe = APOSTROPHE.matcher(cell.strip());
    return apostrophe.matches() ? apostrophe.group(1) : cell;
  }

  private static String id(String column, String text) {
    if (ROUNDED.matcher(text.strip()).matches()) {
      throw Rejected.field(
          pointer(column), "was rounded by a spreadsheet; export the column as text");
    }
    return text;
  }

  private static String amount(String column, String text) {
    String bare = SIGNS.matcher(text.replace('\u2212', '-')).replaceAll("");
    if (EITHER.matcher(bare).matches()) {
      throw Rejected.field(
          pointer(column), "may be thousands or thousandths; write it as 1234.00 or 1.234");
    }
    if (GERMAN.matcher(bare).matches()) {
      return new BigDecimal(bare.replace(".", "").replace(',', '.')).toPlainString();
    }
    return ENGLISH.matcher(bare).matches() ? bare.replace(",", "") : bare;
  }

  private static String since(String column, String text) {
    return day(column, text.strip()).map(found -> found.date().toString()).orElse(text);
  }

  private static String time(String column, String text, ZoneId zone) {
    return day(column, text.strip())
        .flatMap(found -> clock(found.rest()).map(found.date()::atTime))
        .map(local -> local.atZone(zone).toInstant().toString())
        .orElse(text);
  }

  private record Day(LocalDate date, Optional<String> rest) {}

  /** Empty for any other format, such as one with an offset: it is left to the schema's parser. */
  private static Optional<Day> day(String column, String text) {
    if (text.matches("\\d{5}(?:[.,]\\d+)?")) {
      throw Rejected.field(
          pointer(column), "is a spreadsheet's count of days; export the column as a date");
    }
    Matcher matcher = DAY.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate date = matcher.group(1) == null
          ? dayFirst(column, matcher)
          : LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
      return Optional.of(new Day(date, Optional.ofNullable(matcher.group(8))));
    } catch (DateTimeException none) {
      throw Rejected.field(pointer(column), "is a day that no calendar has");
    }
  }

  /** With dots the day comes first; with slashes or hyphens it may be the month. */
  private static LocalDate dayFirst(String column, Matcher matcher) {
    int first = number(matcher, 4);
    int second = number(matcher, 6);
    boolean dots = matcher.group(5).equals(".");
    if (!dots && first != second && first <= MONTHS && second <= MONTHS) {
      throw Rejected.field(
          pointer(column), "may be two days, as day or month comes first; write it as 2024-03-01");
    }
    boolean monthFirst = !dots && second > MONTHS;
    return LocalDate.of(
        number(matcher, 7), monthFirst ? first : second, monthFirst ? second : first);
  }

  /** Midnight without a time; empty where it is invalid, or has an offset. */
  private static Optional<LocalTime> clock(Optional<String> rest) {
    if (rest.isEmpty()) {
      return Optional.of(LocalTime.MIDNIGHT);
    }
    Matcher matcher = CLOCK.matcher(rest.get().strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      int second = matcher.group(3) == null ? 0 : number(matcher, 3);
      return Optional.of(LocalTime.of(number(matcher, 1), number(matcher, 2), second));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static String pointer(String column) {
    return "/" + column.replace('.', '/');
  }
}
