package shopbell.prediction.value;

/**
 * All that the model of spend needs to know of one customer; the first purchase does not count, as in Fader and Hardie (2013).
 *
 * @param purchases x: repeat purchases with a known amount
 * @param mean z̄: their mean amount; above 0 unless there are none
 */
public record SpendHistory(int purchases, double mean) {
  /** Of a customer with no repeat purchase. */
  public static final SpendHistory NONE = new SpendHistory(0, 0);

  public SpendHistory {
    if (purchases < 0
        || (purchases == 0) != (mean == 0)
        || !(mean >= 0)
        || Double.isInfinite(mean)) {
      throw new IllegalArgumentException("a mean spend is above 0 exactly if there are purchases");
    }
  }

  double total() {
    return purchases * mean;
  }
}
