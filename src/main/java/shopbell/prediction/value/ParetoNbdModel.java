package shopbell.prediction.value;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Pareto/NBD (Schmittlein, Morrison and Colombo 1987): orders at a rate that is Gamma(r, α) among customers, and leaving
 * at any time at a rate that is Gamma(s, β). All parameters are above 0.
 */
public record ParetoNbdModel(double r, double alpha, double s, double beta)
    implements FrequencyModel {
  private static final GaussLegendre RULE = new GaussLegendre(16);

  public ParetoNbdModel {
    if (!(r > 0 && alpha > 0 && s > 0 && beta > 0)) {
      throw new IllegalArgumentException("r, alpha, s and beta are above 0");
    }
  }

  @Override
  public String name() {
    return "Pareto/NBD";
  }

  @Override
  public Map<String, Double> parameters() {
    Map<String, Double> named = new LinkedHashMap<>();
    named.put("r", r);
    named.put("alpha", alpha);
    named.put("s", s);
    named.put("beta", beta);
    return named;
  }

  /** The share of the likelihood in which the customer is active (Fader and Hardie's note of 2005). */
  @Override
  public double active(PurchaseHistory history) {
    double logGone = ParetoNbdLikelihood.logGone(this, history);
    return 1 / (1 + Math.exp(logGone));
  }

  /**
   * Given an active customer, the rates are Gamma(r + x, α + T) and Gamma(s, β + T). {@code P(Y ≥ y | active)} is {@code
   * P(N(h) ≥ y)} for a customer that stays until the horizon h, and is averaged over the time of leaving for the others, in
   * equal steps of the logarithm of β + T + time.
   */
  @Override
  public OrderDistribution orders(PurchaseHistory history, double horizon) {
    double rest = beta + history.age();
    double active = active(history);
    double end = Math.log1p(horizon / rest);
    double[] tails = new double[events(history, horizon).bound()];
    add(tails, events(history, horizon), active * Math.exp(-s * end));
    for (int i = 0; i < RULE.points(); i++) {
      double at = end * RULE.at(i);
      double leaves = s * Math.exp(-s * at) * end * RULE.weight(i);
      add(tails, events(history, rest * Math.expm1(at)), active * leaves);
    }
    return GammaPoisson.cut(tails, tails.length);
  }

  private GammaPoisson events(PurchaseHistory history, double period) {
    return new GammaPoisson(r + history.repeats(), alpha + history.age(), period);
  }

  private static void add(double[] tails, GammaPoisson events, double weight) {
    double[] atLeast = events.atLeast(Math.min(tails.length, events.bound()));
    for (int y = 1; y < atLeast.length; y++) {
      tails[y - 1] += weight * atLeast[y];
    }
  }

  @Override
  public double medianWait(PurchaseHistory history) {
    return (alpha + history.age()) * Math.expm1(Math.log(2) / (r + history.repeats()));
  }
}
