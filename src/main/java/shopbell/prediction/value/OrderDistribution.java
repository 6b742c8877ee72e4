package shopbell.prediction.value;

/** The predictive distribution of a number of orders, held as P(orders ≥ y) for y = 1, 2, … Immutable. */
public final class OrderDistribution {
  /** Where smaller than this, the rest of the distribution is cut off. */
  static final double NEGLIGIBLE = 1e-7;

  private final double[] atLeast;

  /** {@code atLeast[y - 1]} is P(orders ≥ y); falls, and is below {@link #NEGLIGIBLE} after its end. */
  OrderDistribution(double[] atLeast) {
    this.atLeast = atLeast.clone();
  }

  /** The expected number: the sum of P(orders ≥ y). */
  public double mean() {
    double sum = 0;
    for (double tail : atLeast) {
      sum += tail;
    }
    return sum;
  }

  /** P(orders ≥ {@code count}). */
  public double atLeast(int count) {
    if (count <= 0) {
      return 1;
    }
    return count > atLeast.length ? 0 : atLeast[count - 1];
  }

  /** P(orders = {@code count}). */
  public double exactly(int count) {
    return atLeast(count) - atLeast(count + 1);
  }

  /** The smallest number with P(orders ≤ number) ≥ {@code share}. */
  public int quantile(double share) {
    int count = 0;
    while (count < atLeast.length && 1 - atLeast[count] < share) {
      count++;
    }
    return count;
  }

  /** The largest number whose probability is not cut off. */
  int most() {
    return atLeast.length;
  }
}
