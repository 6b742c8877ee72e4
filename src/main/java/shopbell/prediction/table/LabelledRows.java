package shopbell.prediction.table;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of text with a yes or no each, to learn from. Numbers are text too; an empty cell is a missing value.
 *
 * @param columns the names of the cells of each row
 * @param outcomes one for each row
 * @param inTimeOrder true: the oldest row is first, and newer rows say more about the future
 */
public record LabelledRows(
    List<String> columns, List<List<String>> rows, List<Boolean> outcomes, boolean inTimeOrder) {
  public LabelledRows {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    outcomes = List.copyOf(outcomes);
    int width = columns.size();
    if (rows.size() != outcomes.size() || rows.stream().anyMatch(row -> row.size() != width)) {
      throw new IllegalArgumentException("each row has one outcome, and a cell for each column");
    }
  }

  /** Rows with a yes. */
  public long positives() {
    return outcomes.stream().filter(yes -> yes).count();
  }

  /** The rows at these places, in this order. */
  LabelledRows at(int[] places) {
    return new LabelledRows(
        columns,
        IntStream.of(places).mapToObj(rows::get).toList(),
        IntStream.of(places).mapToObj(outcomes::get).toList(),
        inTimeOrder);
  }

  double[] targets() {
    return outcomes.stream().mapToDouble(yes -> yes ? 1 : 0).toArray();
  }
}
