package shopbell.prediction.reason;

/** Turns scores into probabilities. */
final class Softmax {
  private Softmax() {}

  /** Proportional to {@code exp(score / temperature)}; the largest score is taken off first, against overflow. */
  static double[] of(double[] scores, double temperature) {
    double largest = scores[0];
    for (double score : scores) {
      largest = Math.max(largest, score);
    }
    double[] shares = new double[scores.length];
    double sum = 0;
    for (int k = 0; k < shares.length; k++) {
      shares[k] = Math.exp((scores[k] - largest) / temperature);
      sum += shares[k];
    }
    for (int k = 0; k < shares.length; k++) {
      shares[k] /= sum;
    }
    return shares;
  }
}
