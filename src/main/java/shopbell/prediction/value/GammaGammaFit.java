package shopbell.prediction.value;

import java.util.List;
import java.util.Optional;
import org.hipparchus.special.Gamma;

/** Fits Gamma-Gamma to the mean amounts of customers with repeat purchases. */
public final class GammaGammaFit implements LogLikelihood {
  /** Below so many customers with an amount, nothing is fitted. */
  public static final int FEWEST = 50;

  /** The parameters, and their log-likelihood. */
  public record Fit(GammaGamma model, double logLikelihood) {}

  private final double[] purchases;
  private final double[] logMeans;
  private final double[] totals;

  private GammaGammaFit(List<SpendHistory> spends) {
    purchases = spends.stream().mapToDouble(SpendHistory::purchases).toArray();
    logMeans = spends.stream().mapToDouble(spend -> Math.log(spend.mean())).toArray();
    totals = spends.stream().mapToDouble(SpendHistory::total).toArray();
  }

  /** By maximum likelihood; empty if fewer than {@link #FEWEST} customers have an amount. */
  public static Optional<Fit> of(List<SpendHistory> spends) {
    List<SpendHistory> known =
        spends.stream().filter(spend -> spend.purchases() > 0).toList();
    if (known.size() < FEWEST) {
      return Optional.empty();
    }
    MaximumLikelihood.Estimate estimate = MaximumLikelihood.of(new GammaGammaFit(known));
    return Optional.of(new Fit(model(estimate.parameters()), estimate.logLikelihood()));
  }

  private static GammaGamma model(double[] parameters) {
    return new GammaGamma(parameters[0], 1 + parameters[1], parameters[2]);
  }

  /** Of p, q − 1 and γ: eq. 1a of the note. */
  @Override
  public double of(double[] parameters) {
    double p = parameters[0];
    double q = 1 + parameters[1];
    double gamma = parameters[2];
    double sum = purchases.length * (q * Math.log(gamma) - Gamma.logGamma(q));
    for (int i = 0; i < purchases.length; i++) {
      double px = p * purchases[i];
      sum += Gamma.logGamma(px + q)
          - Gamma.logGamma(px)
          + (px - 1) * logMeans[i]
          + px * Math.log(purchases[i])
          - (px + q) * Math.log(gamma + totals[i]);
    }
    return sum;
  }

  @Override
  public List<double[]> starts() {
    double typical = 0;
    for (double log : logMeans) {
      typical += log / logMeans.length;
    }
    double scale = Math.exp(typical);
    return List.of(new double[] {2, 2, scale}, new double[] {6, 3, scale / 2});
  }

  @Override
  public Optional<LogLikelihood> rough() {
    return Optional.empty();
  }
}
