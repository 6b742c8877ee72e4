package shopbell.prediction.table;

import java.util.List;

/**
 * Logistic regression with an L2 penalty (ridge) on all weights but the intercept.
 *
 * @param usual the mean of each number in the training rows, with which a row is compared
 */
public record LogisticModel(double intercept, List<Double> weights, List<Double> usual)
    implements LogOddsModel {
  public LogisticModel {
    weights = List.copyOf(weights);
    usual = List.copyOf(usual);
  }

  @Override
  public double logOdds(double[] row) {
    double sum = intercept;
    for (int j = 0; j < row.length; j++) {
      sum += row[j] == 0 ? 0 : weights.get(j) * row[j];
    }
    return sum;
  }

  @Override
  public void addContributions(double[] row, double[] into) {
    for (int j = 0; j < row.length; j++) {
      into[j] += weights.get(j) * (row[j] - usual.get(j));
    }
  }
}
