package shopbell.prediction.value;

/**
 * All that the models of frequency need to know of one customer: (x, t_x, T) of Fader, Hardie and Lee (2005).
 *
 * @param repeats x: days with a purchase after the first such day
 * @param recency t_x: from the first to the last purchase; 0 without a repeat
 * @param age T: from the first purchase to now; not less than the recency
 * @param logGaps the sum of the logarithms of the gaps between purchases; only the likelihood of models with regular
 *     purchases needs it, to be comparable with others
 */
public record PurchaseHistory(int repeats, double recency, double age, double logGaps) {
  public PurchaseHistory {
    boolean bounded = repeats >= 0 && recency >= 0 && recency <= age && Double.isFinite(age);
    if (!bounded || (repeats == 0) != (recency == 0) || !Double.isFinite(logGaps)) {
      throw new IllegalArgumentException(
          "a purchase history has 0 <= recency <= age, and a recency of 0 exactly without repeats");
    }
  }

  /** Of a customer to score, when gaps do not matter. */
  public PurchaseHistory(int repeats, double recency, double age) {
    this(repeats, recency, age, 0);
  }
}
