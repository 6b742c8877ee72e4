package shopbell.prediction.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Stochastic gradient boosting of small trees with the logistic loss (Friedman 2002), in the form of XGBoost (Chen and
 * Guestrin 2016).
 *
 * @param start the log-odds before the first tree
 */
public record BoostedTrees(double start, List<DecisionTree> trees) implements LogOddsModel {
  private static final int TREES = 160;
  private static final double RATE = 0.06;
  private static final double PART = 0.6;
  private static final long SEED = 20_051_997L;

  public BoostedTrees {
    trees = List.copyOf(trees);
  }

  /** The same rows give the same trees. */
  static BoostedTrees fit(double[][] rows, double[] targets) {
    BinnedColumns data = new BinnedColumns(rows);
    Random random = new Random(SEED);
    double rate = Arrays.stream(targets).average().orElse(0.5);
    double start = Math.log(rate / (1 - rate));
    double[] scores = new double[rows.length];
    Arrays.fill(scores, start);
    double[] slopes = new double[rows.length];
    double[] curvatures = new double[rows.length];
    int[] places = new int[rows.length];
    List<DecisionTree> trees = new ArrayList<>();
    for (int t = 0; t < TREES; t++) {
      for (int i = 0; i < rows.length; i++) {
        double p = 1 / (1 + Math.exp(-scores[i]));
        slopes[i] = p - targets[i];
        curvatures[i] = p * (1 - p);
        places[i] = random.nextDouble() < PART ? 0 : -1;
      }
      DecisionTree tree = new TreeGrowth(data, slopes, curvatures, RATE, places).grow();
      trees.add(tree);
      for (int i = 0; i < rows.length; i++) {
        scores[i] += tree.value(rows[i]);
      }
    }
    return new BoostedTrees(start, trees);
  }

  @Override
  public double logOdds(double[] row) {
    double sum = start;
    for (DecisionTree tree : trees) {
      sum += tree.value(row);
    }
    return sum;
  }

  @Override
  public void addContributions(double[] row, double[] into) {
    trees.forEach(tree -> tree.addContributions(row, into));
  }
}
