package shopbell.prediction.value;

import java.util.List;
import java.util.Optional;
import org.hipparchus.special.Gamma;

/**
 * The log-likelihood of (M)BG/CNBD-k over many customers (Reutterer, Platzer and Schröder 2021; for BG/NBD eq. 6 of
 * Fader, Hardie and Lee 2005). The parts that depend on x alone are computed once for each x.
 */
final class BetaGeometricLikelihood implements LogLikelihood {
  private static final double NEVER = -1e300;

  private final boolean leavesAtOnce;
  private final int k;
  private final DistinctHistories data;
  private final double constant;

  BetaGeometricLikelihood(boolean leavesAtOnce, int k, DistinctHistories data) {
    this.leavesAtOnce = leavesAtOnce;
    this.k = k;
    this.data = data;
    this.constant = (k - 1) * data.logGaps() - data.allRepeats() * Gamma.logGamma(k);
  }

  /** Of r, α, a, b. */
  @Override
  public double of(double[] parameters) {
    BetaGeometricModel model = model(parameters);
    int most = data.mostRepeats();
    double[] byRepeats = new double[most + 1];
    double[] logLeft = new double[most + 1];
    boolean[] known = new boolean[most + 1];
    double sum = constant;
    for (int i = 0; i < data.rows(); i++) {
      int x = data.repeats[i];
      if (!known[x]) {
        byRepeats[x] = orders(model, x);
        logLeft[x] = logLeft(model, x);
        known[x] = true;
      }
      sum += data.weight[i] * (byRepeats[x] + row(model, i, logLeft[x]));
    }
    return sum;
  }

  BetaGeometricModel model(double[] parameters) {
    return new BetaGeometricModel(
        leavesAtOnce,
        k,
        new BetaGeometricModel.Heterogeneity(
            parameters[0], parameters[1], parameters[2], parameters[3]));
  }

  @Override
  public List<double[]> starts() {
    double scale = data.meanAge();
    return List.of(
        new double[] {0.5, scale / 4, 1, 2.5},
        new double[] {2, scale, 0.3, 2},
        new double[] {0.2, scale / 20, 2, 8});
  }

  @Override
  public Optional<LogLikelihood> rough() {
    return data.part().map(part -> new BetaGeometricLikelihood(leavesAtOnce, k, part));
  }

  private double row(BetaGeometricModel model, int i, double logLeft) {
    double shape = model.heterogeneity().r() + k * data.repeats[i];
    double logAge = Math.log(model.heterogeneity().alpha() + data.age[i]);
    double logRecency = Math.log(model.heterogeneity().alpha() + data.recency[i]);
    double phases = 1;
    double phase = 1;
    double since = (data.age[i] - data.recency[i]) / (model.heterogeneity().alpha() + data.age[i]);
    for (int j = 1; j < k; j++) {
      phase *= (shape + j - 1) * since / j;
      phases += phase;
    }
    double gone = logLeft + shape * (logAge - logRecency);
    double either =
        gone > 0 ? gone + Math.log1p(phases * Math.exp(-gone)) : Math.log(phases + Math.exp(gone));
    return either - shape * logAge;
  }

  /** Of the x orders and of having stayed after each. */
  private static double orders(BetaGeometricModel model, int x) {
    BetaGeometricModel.Heterogeneity h = model.heterogeneity();
    double stayed = x + (model.leavesAtOnce() ? 1 : 0);
    return Gamma.logGamma(h.r() + model.k() * x)
        - Gamma.logGamma(h.r())
        + h.r() * Math.log(h.alpha())
        + BetaGeometricModel.logBeta(h.a(), h.b() + stayed)
        - BetaGeometricModel.logBeta(h.a(), h.b());
  }

  /** Of having left after the last order rather than stayed; a BG customer without a repeat cannot have left. */
  private static double logLeft(BetaGeometricModel model, int x) {
    if (x == 0 && !model.leavesAtOnce()) {
      return NEVER;
    }
    BetaGeometricModel.Heterogeneity h = model.heterogeneity();
    return Math.log(h.a() / (h.b() + x - 1 + (model.leavesAtOnce() ? 1 : 0)));
  }

  /** The log of how likely the customer is gone, relative to still waiting without a hidden event. */
  static double logGone(BetaGeometricModel model, PurchaseHistory history) {
    double shape = model.heterogeneity().r() + model.k() * history.repeats();
    double alpha = model.heterogeneity().alpha();
    return logLeft(model, history.repeats())
        + shape * (Math.log(alpha + history.age()) - Math.log(alpha + history.recency()));
  }
}
