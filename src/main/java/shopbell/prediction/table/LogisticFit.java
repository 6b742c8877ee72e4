package shopbell.prediction.table;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;

/**
 * Fits a logistic regression by Newton's method (iteratively reweighted least squares; Hastie, Tibshirani and Friedman
 * 2009, section 4.4.1).
 */
final class LogisticFit {
  private static final int STEPS = 30;
  private static final double CLOSE = 1e-4;
  private static final int HALVINGS = 20;

  private final double[][] rows;
  private final double[] targets;
  private final double penalty;
  private final int width;

  private LogisticFit(double[][] rows, double[] targets, double penalty) {
    this.rows = rows;
    this.targets = targets;
    this.penalty = penalty;
    this.width = rows[0].length;
  }

  /** The weights with the largest {@code log-likelihood − penalty / 2 · Σ weight²}; {@code penalty} is above 0. */
  static LogisticModel of(double[][] rows, double[] targets, double penalty) {
    return new LogisticFit(rows, targets, penalty).model();
  }

  private LogisticModel model() {
    double[] at = new double[width + 1];
    double rate = Arrays.stream(targets).average().orElse(0.5);
    at[width] = Math.log(rate / (1 - rate));
    double value = value(at);
    double gain = 1;
    for (int step = 0; step < STEPS && gain > CLOSE; step++) {
      double[] next = next(at, change(at), value);
      gain = value(next) - value;
      value += gain;
      at = next;
    }
    return new LogisticModel(at[width], list(Arrays.copyOf(at, width)), list(means()));
  }

  /** The whole step, or the half, the quarter, … of it, so that the value does not fall. */
  private double[] next(double[] at, double[] change, double value) {
    double part = 1;
    for (int halving = 0; halving < HALVINGS; halving++) {
      double[] next = at.clone();
      for (int j = 0; j <= width; j++) {
        next[j] += part * change[j];
      }
      if (value(next) >= value) {
        return next;
      }
      part /= 2;
    }
    return at;
  }

  /** The penalised log-likelihood. */
  private double value(double[] at) {
    double value = 0;
    for (int i = 0; i < rows.length; i++) {
      double sum = sum(rows[i], at);
      double signed = targets[i] > 0.5 ? sum : -sum;
      value -= signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed;
    }
    for (int j = 0; j < width; j++) {
      value -= penalty / 2 * at[j] * at[j];
    }
    return value;
  }

  /** The step to the top of the parabola that touches the likelihood at {@code at}. */
  private double[] change(double[] at) {
    Parabola parabola = new Parabola(width);
    for (int i = 0; i < rows.length; i++) {
      double p = 1 / (1 + Math.exp(-sum(rows[i], at)));
      parabola.add(rows[i], targets[i] - p, Math.max(p * (1 - p), 1e-9));
    }
    return parabola.top(at, penalty);
  }

  private double sum(double[] row, double[] at) {
    double sum = at[width];
    for (int j = 0; j < width; j++) {
      sum += at[j] * row[j];
    }
    return sum;
  }

  /** First and second derivatives of the log-likelihood; the last place is the intercept's. */
  private static final class Parabola {
    private final int width;
    private final double[] slope;
    private final double[][] curvature;
    private final int[] places;

    Parabola(int width) {
      this.width = width;
      this.slope = new double[width + 1];
      this.curvature = new double[width + 1][width + 1];
      this.places = new int[width];
    }

    void add(double[] row, double error, double weight) {
      int present = 0;
      for (int j = 0; j < width; j++) {
        if (row[j] != 0) { // few of an encoded row are not
          places[present++] = j;
        }
      }
      for (int j = 0; j < present; j++) {
        int a = places[j];
        double weighted = weight * row[a];
        slope[a] += error * row[a];
        for (int k = j; k < present; k++) {
          curvature[a][places[k]] += weighted * row[places[k]];
        }
        curvature[a][width] += weighted;
      }
      slope[width] += error;
      curvature[width][width] += weight;
    }

    double[] top(double[] at, double penalty) {
      for (int j = 0; j < width; j++) {
        slope[j] -= penalty * at[j];
        curvature[j][j] += penalty;
      }
      for (int j = 0; j <= width; j++) {
        for (int k = 0; k < j; k++) {
          curvature[j][k] = curvature[k][j];
        }
      }
      return new CholeskyDecomposition(MatrixUtils.createRealMatrix(curvature), 1e-9, 1e-14)
          .getSolver()
          .solve(new ArrayRealVector(slope, false))
          .toArray();
    }
  }

  private double[] means() {
    double[] means = new double[width];
    for (double[] row : rows) {
      for (int j = 0; j < width; j++) {
        means[j] += row[j] / rows.length;
      }
    }
    return means;
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
