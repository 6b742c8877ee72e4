package shopbell.prediction.value;

/**
 * Gamma-Gamma (Fader and Hardie 2013, "The Gamma-Gamma model of monetary value"): amounts of one customer are Gamma(p, ν),
 * and ν is Gamma(q, γ) among customers.
 *
 * @param q above 1: with less, the mean spend would be infinite
 * @param gamma in currency
 */
public record GammaGamma(double p, double q, double gamma) {
  public GammaGamma {
    if (!(p > 0 && q > 1 && gamma > 0)) {
      throw new IllegalArgumentException("p and gamma are above 0, q is above 1");
    }
  }

  /** Expected amount of one later order: eq. 5 of the note, {@code p (γ + x z̄) / (p x + q − 1)}. */
  public double expected(SpendHistory spend) {
    return p * scale(spend) / (shape(spend) - 1);
  }

  /** Of ν given the history, Gamma(px + q, γ + x z̄). */
  double shape(SpendHistory spend) {
    return p * spend.purchases() + q;
  }

  /** In currency. */
  double scale(SpendHistory spend) {
    return gamma + spend.total();
  }
}
