package shopbell.prediction.table;

import java.util.List;
import java.util.stream.IntStream;

/** How rows of text become rows of numbers, as learned from training rows alone. */
public record TableEncoding(List<ColumnEncoding> columns) {
  public TableEncoding {
    columns = List.copyOf(columns);
  }

  static TableEncoding of(LabelledRows rows) {
    return new TableEncoding(IntStream.range(0, rows.columns().size())
        .mapToObj(column -> ColumnEncoding.of(
            rows.columns().get(column),
            rows.rows().stream().map(row -> row.get(column)).toList()))
        .toList());
  }

  int width() {
    return columns.stream().mapToInt(ColumnEncoding::width).sum();
  }

  /** Of a row with the same columns in the same order. */
  double[] encode(List<String> row) {
    double[] numbers = new double[width()];
    int at = 0;
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).write(row.get(i), numbers, at);
      at += columns.get(i).width();
    }
    return numbers;
  }

  double[][] encode(LabelledRows rows) {
    return rows.rows().stream().map(this::encode).toArray(double[][]::new);
  }

  /** For each number of an encoded row the place of its column. */
  int[] sources() {
    return IntStream.range(0, columns.size())
        .flatMap(i -> IntStream.range(0, columns.get(i).width()).map(j -> i))
        .toArray();
  }
}
