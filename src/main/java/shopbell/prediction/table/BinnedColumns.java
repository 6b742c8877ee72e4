package shopbell.prediction.table;

import java.util.Arrays;

/** Numbers of training rows by column, each as the place of its interval: trees then need no sorting. */
final class BinnedColumns {
  private static final int MOST = 48;

  final byte[][] bins;
  final double[][] bounds;
  final int rows;

  /** The intervals hold about equally many rows each; all equal numbers are in the same one. */
  BinnedColumns(double[][] rows) {
    this.rows = rows.length;
    int width = rows[0].length;
    bins = new byte[width][rows.length];
    bounds = new double[width][];
    for (int column = 0; column < width; column++) {
      int at = column;
      double[] values = Arrays.stream(rows).mapToDouble(row -> row[at]).toArray();
      bounds[column] = bounds(values);
      for (int i = 0; i < values.length; i++) {
        bins[column][i] = (byte) bin(bounds[column], values[i]);
      }
    }
  }

  int width() {
    return bins.length;
  }

  /** How many bounds are not above {@code value}. */
  private static int bin(double[] bounds, double value) {
    int found = Arrays.binarySearch(bounds, value);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** A value that equals a bound is above it. */
  private static double[] bounds(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] distinct = Arrays.stream(sorted).distinct().toArray();
    if (distinct.length <= MOST) {
      return middles(distinct);
    }
    double[] chosen = new double[MOST];
    for (int i = 0; i < MOST; i++) {
      chosen[i] = sorted[(int) ((i + 0.5) / MOST * sorted.length)];
    }
    return middles(Arrays.stream(chosen).distinct().toArray());
  }

  private static double[] middles(double[] values) {
    double[] middles = new double[Math.max(0, values.length - 1)];
    for (int i = 0; i < middles.length; i++) {
      middles[i] = (values[i] + values[i + 1]) / 2;
    }
    return middles;
  }
}
