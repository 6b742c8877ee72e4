package shopbell.prediction.table;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How the cells of one column become numbers, as learned from training rows. A numeric column gives its standardised
 * value and whether it is missing; a column of words gives one number for each frequent word and one for all others,
 * also for those never seen.
 *
 * @param levels frequent words; empty for a numeric column
 * @param low the smallest number seen
 * @param high the largest number seen
 */
public record ColumnEncoding(
    String name,
    boolean numeric,
    double mean,
    double deviation,
    double low,
    double high,
    List<String> levels) {
  /** A word in fewer rows than this is rare. */
  static final int RARE = 20;

  private static final int MOST_LEVELS = 60;
  private static final double NUMERIC_SHARE = 0.98;

  public ColumnEncoding {
    levels = List.copyOf(levels);
  }

  /** Learned from all {@code cells} of a column. A column with two different numbers or fewer is one of words. */
  static ColumnEncoding of(String name, List<String> cells) {
    List<String> present =
        cells.stream().filter(cell -> !CellReader.missing(cell)).toList();
    double[] numbers = present.stream()
        .map(CellReader::number)
        .flatMapToDouble(OptionalDouble::stream)
        .toArray();
    boolean numeric = numbers.length > 0
        && numbers.length >= NUMERIC_SHARE * present.size()
        && Arrays.stream(numbers).distinct().limit(3).count() > 2;
    return numeric ? numeric(name, numbers) : words(name, present);
  }

  private static ColumnEncoding numeric(String name, double[] numbers) {
    double mean = Arrays.stream(numbers).average().orElse(0);
    double variance =
        Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).average().orElse(0);
    return new ColumnEncoding(
        name,
        true,
        mean,
        Math.max(Math.sqrt(variance), 1e-12),
        Arrays.stream(numbers).min().orElse(0),
        Arrays.stream(numbers).max().orElse(0),
        List.of());
  }

  private static ColumnEncoding words(String name, List<String> cells) {
    Map<String, Integer> counts = new TreeMap<>();
    cells.forEach(cell -> counts.merge(cell.strip(), 1, Integer::sum));
    List<String> frequent = counts.entrySet().stream()
        .filter(count -> count.getValue() >= RARE)
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST_LEVELS)
        .map(Map.Entry::getKey)
        .toList();
    return new ColumnEncoding(name, false, 0, 1, 0, 0, frequent);
  }

  /** How many numbers a cell becomes. */
  int width() {
    return numeric ? 2 : levels.size() + 1;
  }

  /** Writes the numbers of one cell to {@code into}, which is all 0 from {@code from} on. */
  void write(String cell, double[] into, int from) {
    if (numeric) {
      OptionalDouble number = CellReader.number(cell);
      into[from] = (clipped(number.orElse(mean)) - mean) / deviation;
      into[from + 1] = number.isPresent() ? 0 : 1;
    } else {
      int level = levels.indexOf(cell.strip());
      into[from + (level < 0 ? levels.size() : level)] = 1;
    }
  }

  /** A number is trusted as far beyond those seen as they are apart: farther out, a straight line is a bold guess. */
  private double clipped(double number) {
    double reach = high - low;
    return Math.min(high + reach, Math.max(low - reach, number));
  }
}
