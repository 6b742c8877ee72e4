package shopbell.prediction.value;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hipparchus.special.Gamma;

/**
 * The family (M)BG/CNBD-k (Reutterer, Platzer and Schröder 2021), with BG/NBD (Fader, Hardie and Lee 2005) and MBG/NBD (Batislam
 * et al. 2007) as its members for k = 1. Times between orders are Erlang-k with a rate that is Gamma(r, α) among
 * customers; after each order a customer leaves with a probability that is Beta(a, b) among customers.
 *
 * @param leavesAtOnce true: a customer may leave after the first order already (the M in MBG)
 * @param k regularity: 1 is purely random, larger numbers are ever more regular
 * @param heterogeneity how customers differ
 */
public record BetaGeometricModel(boolean leavesAtOnce, int k, Heterogeneity heterogeneity)
    implements FrequencyModel {
  private static final double WELL_AHEAD = 1e6;

  /**
   * How customers differ: rates Gamma(r, α), probabilities of leaving Beta(a, b); all above 0.
   *
   * @param alpha in the unit of time
   */
  public record Heterogeneity(double r, double alpha, double a, double b) {
    public Heterogeneity {
      if (!(r > 0 && alpha > 0 && a > 0 && b > 0)) {
        throw new IllegalArgumentException("r, alpha, a and b are above 0");
      }
    }
  }

  public BetaGeometricModel {
    if (k < 1) {
      throw new IllegalArgumentException("k is at least 1");
    }
  }

  @Override
  public String name() {
    return (leavesAtOnce ? "MBG/" : "BG/") + (k == 1 ? "NBD" : "CNBD-" + k);
  }

  @Override
  public Map<String, Double> parameters() {
    Map<String, Double> named = new LinkedHashMap<>();
    named.put("r", heterogeneity.r);
    named.put("alpha", heterogeneity.alpha);
    named.put("a", heterogeneity.a);
    named.put("b", heterogeneity.b);
    return named;
  }

  /** The share of the likelihood in which the customer has stayed, as in Reutterer, Platzer and Schröder (2021). */
  @Override
  public double active(PurchaseHistory history) {
    double logGone = BetaGeometricLikelihood.logGone(this, history);
    return 1 / (1 + Math.exp(logGone - Math.log(sum(phases(history)))));
  }

  /**
   * In closed form. An active customer places at least y orders if the process without leaving has y and the customer
   * stayed after the first y − 1: {@code P(Y ≥ y | active) = E[(1 − p)^(y−1)] · P(N ≥ y)}. The sum over y equals
   * eq. 10 of Fader, Hardie and Lee (2005) for k = 1.
   */
  @Override
  public OrderDistribution orders(PurchaseHistory history, double horizon) {
    double[] reached = reached(history, horizon);
    double active = active(history);
    double stayed = 1;
    double stays = heterogeneity.b + history.repeats() + (leavesAtOnce ? 1 : 0);
    for (int y = 1; y <= reached.length; y++) {
      reached[y - 1] *= active * stayed;
      stayed *= (stays + y - 1) / (heterogeneity.a + stays + y - 1);
    }
    return GammaPoisson.cut(reached, reached.length);
  }

  /**
   * P(N ≥ y), y = 1, 2, …, of orders without leaving. An order is every k-th event of a Poisson process; {@code j} of
   * them have passed since the last order, and the rate given j is Gamma(r + kx + j, α + T).
   */
  private double[] reached(PurchaseHistory history, double horizon) {
    double[] phases = phases(history);
    double all = sum(phases);
    double shape = heterogeneity.r + k * history.repeats();
    double rate = heterogeneity.alpha + history.age();
    int most = new GammaPoisson(shape + k - 1, rate, horizon).bound();
    double[] reached = new double[Math.max(1, most / k)];
    for (int j = 0; j < k; j++) {
      double[] events = new GammaPoisson(shape + j, rate, horizon).atLeast(k * reached.length);
      for (int y = 1; y <= reached.length; y++) {
        reached[y - 1] += phases[j] / all * events[k * y - j];
      }
    }
    return reached;
  }

  /**
   * How likely each number of hidden events since the last order is, relative to none: the terms of the sum in the
   * likelihood of Reutterer, Platzer and Schröder (2021).
   */
  private double[] phases(PurchaseHistory history) {
    double[] phases = new double[k];
    double shape = heterogeneity.r + k * history.repeats();
    double since = (history.age() - history.recency()) / (heterogeneity.alpha + history.age());
    phases[0] = 1;
    for (int j = 1; j < k; j++) {
      phases[j] = phases[j - 1] * (shape + j - 1) * since / j;
    }
    return phases;
  }

  /** In closed form for k = 1, else by bisection of P(N ≥ 1). */
  @Override
  public double medianWait(PurchaseHistory history) {
    double rate = heterogeneity.alpha + history.age();
    if (k == 1) {
      return rate * Math.expm1(Math.log(2) / (heterogeneity.r + history.repeats()));
    }
    double low = 0;
    double high = rate;
    while (high < WELL_AHEAD * rate && first(history, high) < 0.5) {
      high *= 2;
    }
    for (int i = 0; i < 40; i++) {
      double middle = (low + high) / 2;
      if (first(history, middle) < 0.5) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private double first(PurchaseHistory history, double horizon) {
    double[] phases = phases(history);
    double shape = heterogeneity.r + k * history.repeats();
    double found = 0;
    for (int j = 0; j < k; j++) {
      double[] events =
          new GammaPoisson(shape + j, heterogeneity.alpha + history.age(), horizon).atLeast(k - j);
      found += phases[j] * events[k - j];
    }
    return found / sum(phases);
  }

  static double logBeta(double a, double b) {
    return Gamma.logGamma(a) + Gamma.logGamma(b) - Gamma.logGamma(a + b);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
