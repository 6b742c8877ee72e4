package shopbell.prediction.value;

/**
 * The predictive distribution of revenue: a number of orders, and amounts by Gamma-Gamma. Given y orders, their sum is
 * beta prime distributed with shapes p·y and p·x + q and scale γ + x z̄; the distribution is the mixture over y.
 */
public final class RevenueDistribution {
  /** More different numbers of orders than this are represented by so many. */
  private static final int GROUPS = 24;

  private static final int STEPS = 60;
  private static final double CLOSE = 1e-4;

  private final double mean;
  private final double nothing;
  private final double[] mass;
  private final double[] shape;
  private final double other;
  private final double scale;

  RevenueDistribution(OrderDistribution orders, GammaGamma spendModel, SpendHistory spend) {
    mean = orders.mean() * spendModel.expected(spend);
    nothing = orders.exactly(0);
    other = spendModel.shape(spend);
    scale = spendModel.scale(spend);
    int most = orders.most();
    int width = Math.max(1, (most + GROUPS - 1) / GROUPS);
    int groups = (most + width - 1) / width;
    mass = new double[groups];
    shape = new double[groups];
    for (int group = 0; group < groups; group++) {
      int from = group * width + 1;
      mass[group] = orders.atLeast(from) - orders.atLeast(from + width);
      shape[group] = spendModel.p() * (from + (width - 1) / 2.0);
    }
  }

  /** In currency. */
  public double mean() {
    return mean;
  }

  /** P(revenue ≤ {@code amount}). */
  public double upTo(double amount) {
    double sum = nothing;
    for (int i = 0; i < mass.length; i++) {
      sum += mass[i] * betaPrime(amount / scale, shape[i], other);
    }
    return sum;
  }

  /** The smallest amount with P(revenue ≤ amount) ≥ {@code share}; 0 if nothing at all is that likely. */
  public double quantile(double share) {
    if (nothing >= share || mass.length == 0) {
      return 0;
    }
    double low = Math.log(mean) - 3;
    double high = Math.log(mean) + 3;
    while (upTo(Math.exp(low)) > share) {
      low -= 3;
    }
    while (high < Math.log(mean) + 60 && upTo(Math.exp(high)) < share) {
      high += 3;
    }
    return Math.exp(root(low, high, share));
  }

  /** Of the logarithm of the amount, by the Illinois form of regula falsi. */
  private double root(double from, double to, double share) {
    double low = from;
    double high = to;
    double below = upTo(Math.exp(low)) - share;
    double above = upTo(Math.exp(high)) - share;
    double at = low;
    for (int step = 0; step < STEPS && high - low > CLOSE; step++) {
      at = high - above * (high - low) / (above - below);
      double found = upTo(Math.exp(at)) - share;
      if (Math.abs(found) < CLOSE / 10) {
        return at;
      }
      if (found < 0) {
        low = at;
        below = found;
        above /= 2;
      } else {
        high = at;
        above = found;
        below /= 2;
      }
    }
    return at;
  }

  /**
   * Paulson's approximation of the beta prime distribution by a normal one (from Wilson and Hilferty's cube root; Abramowitz
   * and Stegun 26.6.15); wrong by less than 0.01 for the shapes that occur, and thirty times as fast as the exact one.
   */
  static double betaPrime(double ratio, double shape, double other) {
    if (ratio <= 0) {
      return 0;
    }
    double root = Math.cbrt(ratio * other / shape);
    double first = 1 / (9 * shape);
    double second = 1 / (9 * other);
    double normal = (root * (1 - second) - (1 - first)) / Math.sqrt(first + root * root * second);
    return normal(normal);
  }

  /** The normal distribution, wrong by less than 1e-7 (Abramowitz and Stegun 26.2.17). */
  static double normal(double at) {
    double t = 1 / (1 + 0.2316419 * Math.abs(at));
    double polynomial = t
        * (0.319381530
            + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    double tail = Math.exp(-at * at / 2) / Math.sqrt(2 * Math.PI) * polynomial;
    return at > 0 ? 1 - tail : tail;
  }
}
