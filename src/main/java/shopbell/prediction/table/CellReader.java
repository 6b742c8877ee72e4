package shopbell.prediction.table;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one cell: a number in the usual notations, a missing value, or a word. */
final class CellReader {
  private static final Set<String> MISSING =
      Set.of("", "na", "n/a", "nan", "null", "none", "?", "-");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
  private static final Pattern COMMA = Pattern.compile("[+-]?\\d+,\\d+");

  private CellReader() {}

  static boolean missing(String cell) {
    return MISSING.contains(cell.strip().toLowerCase(Locale.ROOT));
  }

  /** With a point, or a comma as in German files; empty for everything else. */
  static OptionalDouble number(String cell) {
    String text = cell.strip();
    if (COMMA.matcher(text).matches()) {
      text = text.replace(',', '.');
    }
    if (text.length() > 40 || !NUMBER.matcher(text).matches()) {
      return OptionalDouble.empty();
    }
    double number = Double.parseDouble(text);
    return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
  }
}
