package shopbell.prediction.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Predicts a yes or no from a row: by logistic regression, by trees, or by the mean of both in log-odds. Of the rows it
 * has learned from, it holds words that occur often, and sums.
 */
public record TableModel(
    TableEncoding encoding,
    Optional<LogisticModel> logistic,
    Optional<BoostedTrees> trees,
    PlattScaling calibration) {
  /**
   * What one column changes in the log-odds, compared with a usual row: above 0 for a yes.
   *
   * @param cell as it is in the row
   */
  public record Contribution(String column, String cell, double logOdds) {}

  public TableModel {
    if (logistic.isEmpty() && trees.isEmpty()) {
      throw new IllegalArgumentException("a model of a table has at least one part");
    }
  }

  /** The kind of model that was chosen. */
  public String name() {
    if (logistic.isPresent() && trees.isPresent()) {
      return "logistic regression and boosted trees";
    }
    return logistic.isPresent() ? "logistic regression" : "boosted trees";
  }

  /** P(yes) of a row with the columns of the training rows in their order. */
  public double probability(List<String> row) {
    return calibration.probability(logOdds(row));
  }

  /** Before the calibration. */
  double logOdds(List<String> row) {
    double[] encoded = encoding.encode(row);
    return parts().stream().mapToDouble(part -> part.logOdds(encoded)).average().orElseThrow();
  }

  TableModel with(PlattScaling other) {
    return new TableModel(encoding, logistic, trees, other);
  }

  /** All columns with an influence on this row, the strongest first. */
  public List<Contribution> contributions(List<String> row) {
    double[] encoded = encoding.encode(row);
    double[] byNumber = new double[encoded.length];
    parts().forEach(part -> part.addContributions(encoded, byNumber));
    int[] sources = encoding.sources();
    double[] byColumn = new double[row.size()];
    for (int i = 0; i < byNumber.length; i++) {
      byColumn[sources[i]] += calibration.slope() * byNumber[i] / parts().size();
    }
    List<Contribution> contributions = new ArrayList<>();
    for (int i = 0; i < byColumn.length; i++) {
      if (byColumn[i] != 0) {
        contributions.add(
            new Contribution(encoding.columns().get(i).name(), row.get(i), byColumn[i]));
      }
    }
    contributions.sort(Comparator.comparingDouble(one -> -Math.abs(one.logOdds())));
    return contributions;
  }

  private List<LogOddsModel> parts() {
    List<LogOddsModel> parts = new ArrayList<>();
    logistic.ifPresent(parts::add);
    trees.ifPresent(parts::add);
    return parts;
  }
}
