package shopbell.prediction.value;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/** A fixed rule for integrals of smooth functions over the interval from 0 to 1. Immutable. */
final class GaussLegendre {
  private final double[] at;
  private final double[] weights;

  GaussLegendre(int points) {
    GaussIntegrator rule = new GaussIntegratorFactory().legendre(points, 0, 1);
    at = new double[points];
    weights = new double[points];
    for (int i = 0; i < points; i++) {
      at[i] = rule.getPoint(i);
      weights[i] = rule.getWeight(i);
    }
  }

  int points() {
    return at.length;
  }

  double at(int i) {
    return at[i];
  }

  /** They add up to 1. */
  double weight(int i) {
    return weights[i];
  }
}
