package shopbell.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import shopbell.model.Rejected;
import shopbell.prediction.table.LabelledRows;

/** Reads rows to learn from: one column of a table is the outcome, the others are what is known before. */
public final class LabelledColumns {
  /** A row with the number or instant to order it by, in seconds if it is one. */
  private record TimedRow(double time, List<String> row) {}

  private final CsvTable table;
  private final int target;
  private final String positive;
  private final List<String> excluded;

  /**
   * {@code target} and {@code excluded} are columns of the table.
   *
   * @param positive the cell of the target that means yes; throws Rejected if no row has it
   */
  public LabelledColumns(CsvTable table, String target, String positive, List<String> excluded) {
    this.table = table;
    this.target = table.column(target);
    this.positive = positive.strip();
    this.excluded = List.copyOf(excluded);
    if (table.rows().stream().noneMatch(row -> row.get(this.target).equals(this.positive))) {
      throw new Rejected(
          Rejected.Reason.SENSELESS,
          "No row has the value of --positive in the column " + target + ".");
    }
  }

  /** In the order of the file, which means nothing. */
  public LabelledRows rows() {
    return rows(table.rows(), -1);
  }

  /** By a column of numbers, days or instants, which is not learned from; rows of equal time stay in the file's order. */
  public LabelledRows rowsByTime(String column) {
    int time = table.column(column);
    List<TimedRow> timed = new ArrayList<>();
    for (List<String> row : table.rows()) {
      timed.add(new TimedRow(time(row.get(time), timed.size() + 1), row));
    }
    timed.sort(Comparator.comparingDouble(TimedRow::time));
    return rows(timed.stream().map(TimedRow::row).toList(), time);
  }

  private LabelledRows rows(List<List<String>> rows, int time) {
    int[] kept = IntStream.range(0, table.columns().size())
        .filter(
            i -> i != target && i != time && !excluded.contains(table.columns().get(i)))
        .toArray();
    if (kept.length == 0) {
      throw new Rejected(Rejected.Reason.SENSELESS, "No column is left to learn from.");
    }
    return new LabelledRows(
        IntStream.of(kept).mapToObj(table.columns()::get).toList(),
        rows.stream().map(row -> IntStream.of(kept).mapToObj(row::get).toList()).toList(),
        rows.stream().map(row -> row.get(target).equals(positive)).toList(),
        time >= 0);
  }

  private static double time(String cell, int row) {
    try {
      return cell.matches("-?\\d{1,18}(\\.\\d+)?")
          ? Double.parseDouble(cell)
          : instant(cell.replace(' ', 'T')).toEpochMilli() / 1000.0;
    } catch (DateTimeException e) {
      throw new Rejected(
          Rejected.Reason.MALFORMED,
          "In row " + row + " below the header, the time is no number, no day such as 2026-11-30"
              + " and no instant such as 2026-11-30T08:00:00Z.");
    }
  }

  /** Without an offset, UTC. */
  private static Instant instant(String text) {
    if (text.length() == 10) {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }
}
