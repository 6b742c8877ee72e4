package shopbell.prediction.table;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How good predicted probabilities of a yes were.
 *
 * @param auc the probability that a row with a yes is ranked above one with a no; 0.5 is chance
 * @param brier mean squared error; smaller is better
 * @param baseBrier the same if each row got the share of yes of all these rows
 * @param ece mean distance between predicted and actual share, over ten intervals of equal width
 * @param topHalf the share of all yes that are in the better half of the ranking
 */
public record BinaryMetrics(
    double auc, double brier, double baseBrier, double ece, double topHalf) {
  private static final int INTERVALS = 10;

  /** Of rows with both outcomes; {@code outcomes} are 1 for yes and 0 for no. */
  static BinaryMetrics of(double[] predicted, double[] outcomes) {
    int n = predicted.length;
    double yes = Arrays.stream(outcomes).sum();
    double brier = 0;
    double[] said = new double[INTERVALS];
    double[] actual = new double[INTERVALS];
    for (int i = 0; i < n; i++) {
      brier += (predicted[i] - outcomes[i]) * (predicted[i] - outcomes[i]) / n;
      int interval = Math.min(INTERVALS - 1, (int) (predicted[i] * INTERVALS));
      said[interval] += predicted[i];
      actual[interval] += outcomes[i];
    }
    double ece = 0;
    for (int i = 0; i < INTERVALS; i++) {
      ece += Math.abs(said[i] - actual[i]) / n;
    }
    double rate = yes / n;
    double[] ranked = ranked(predicted, outcomes);
    return new BinaryMetrics(ranked[0], brier, rate * (1 - rate), ece, ranked[1]);
  }

  /** Of an AUC over rows with these outcomes (Hanley and McNeil 1982). */
  static double standardError(double auc, double[] outcomes) {
    double yes = Arrays.stream(outcomes).sum();
    double no = outcomes.length - yes;
    double twoYes = auc / (2 - auc);
    double twoNo = 2 * auc * auc / (1 + auc);
    double variance =
        auc * (1 - auc) + (yes - 1) * (twoYes - auc * auc) + (no - 1) * (twoNo - auc * auc);
    return Math.sqrt(Math.max(0, variance) / (yes * no));
  }

  static double auc(double[] predicted, double[] outcomes) {
    return ranked(predicted, outcomes)[0];
  }

  /** The AUC as Mann and Whitney's statistic, and the share of yes in the better half; rows with ties share their ranks. */
  private static double[] ranked(double[] predicted, double[] outcomes) {
    Integer[] order = IntStream.range(0, predicted.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> predicted[i]))
        .toArray(Integer[]::new);
    double yes = Arrays.stream(outcomes).sum();
    double no = outcomes.length - yes;
    double below = 0;
    double above = 0;
    double half = outcomes.length / 2.0;
    double pairs = 0;
    for (int from = 0; from < order.length; ) {
      int to = from;
      double tied = 0;
      while (to < order.length && predicted[order[to]] == predicted[order[from]]) {
        tied += outcomes[order[to++]];
      }
      double tiedNo = to - from - tied;
      pairs += tied * (below + tiedNo / 2);
      below += tiedNo;
      above += tied * Math.max(0, Math.min(1, (to - half) / (to - from)));
      from = to;
    }
    return new double[] {pairs / (yes * no), above / yes};
  }
}
