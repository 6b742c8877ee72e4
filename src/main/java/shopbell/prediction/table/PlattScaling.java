package shopbell.prediction.table;

import java.util.Arrays;

/**
 * Turns log-odds that are too bold or too shy into probabilities that come true: {@code 1 / (1 + exp(−(slope · odds +
 * shift)))} (Platt 1999). It keeps the order of rows, which isotonic regression does not.
 *
 * @param slope at least 0
 */
public record PlattScaling(double slope, double shift) {
  private static final int STEPS = 50;
  private static final double CLOSE = 1e-9;
  private static final double RIDGE = 1e-6;

  /** Fitted to scores of rows that the model did not learn from, with Platt's own targets against overconfidence. */
  static PlattScaling fit(double[] scores, double[] targets) {
    double yes = Arrays.stream(targets).sum();
    double high = (yes + 1) / (yes + 2);
    double low = 1 / (targets.length - yes + 2);
    double[] softened =
        Arrays.stream(targets).map(target -> target > 0.5 ? high : low).toArray();
    double slope = 1;
    double shift = 0;
    double moved = 1;
    for (int step = 0; step < STEPS && moved > CLOSE; step++) {
      double[] change = newton(scores, softened, slope, shift);
      slope += Math.max(-1, Math.min(1, change[0]));
      shift += Math.max(-2, Math.min(2, change[1]));
      moved = Math.abs(change[0]) + Math.abs(change[1]);
    }
    return slope > 0 ? new PlattScaling(slope, shift) : new PlattScaling(0, logOdds(yes, targets));
  }

  private static double logOdds(double yes, double[] targets) {
    return Math.log((yes + 1) / (targets.length - yes + 1));
  }

  /** The step of slope and shift to the top of the parabola that touches the likelihood. */
  private static double[] newton(double[] scores, double[] targets, double slope, double shift) {
    double[] rises = new double[2];
    double[] bends = {RIDGE, 0, RIDGE};
    for (int i = 0; i < scores.length; i++) {
      double p = 1 / (1 + Math.exp(-(slope * scores[i] + shift)));
      double weight = Math.max(p * (1 - p), 1e-9);
      rises[0] += (targets[i] - p) * scores[i];
      rises[1] += targets[i] - p;
      bends[0] += weight * scores[i] * scores[i];
      bends[1] += weight * scores[i];
      bends[2] += weight;
    }
    double determinant = bends[0] * bends[2] - bends[1] * bends[1];
    return new double[] {
      (bends[2] * rises[0] - bends[1] * rises[1]) / determinant,
      (bends[0] * rises[1] - bends[1] * rises[0]) / determinant
    };
  }

  double probability(double logOdds) {
    return 1 / (1 + Math.exp(-(slope * logOdds + shift)));
  }
}
