package shopbell.prediction.value;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The families of models that are fitted and compared. */
public enum FrequencyFamily {
  /** Purely random orders; a customer stays at least until the second. */
  BG_NBD {
    @Override
    Fit fit(DistinctHistories data) {
      return betaGeometric(false, 1, data);
    }
  },

  /** Orders as regular as the likelihood says: k grows as long as it rises (Reutterer, Platzer and Schröder 2021). */
  MBG_CNBD {
    @Override
    Fit fit(DistinctHistories data) {
      Fit best = betaGeometric(true, 1, data);
      for (int k = 2; k <= MOST_REGULAR; k++) {
        Fit next = betaGeometric(true, k, data);
        if (next.logLikelihood() <= best.logLikelihood()) {
          return best;
        }
        best = next;
      }
      return best;
    }
  },

  /** Purely random orders; a customer leaves at any time. */
  PARETO_NBD {
    @Override
    Fit fit(DistinctHistories data) {
      ParetoNbdLikelihood likelihood = new ParetoNbdLikelihood(data);
      MaximumLikelihood.Estimate estimate = MaximumLikelihood.of(likelihood);
      return new Fit(likelihood.model(estimate.parameters()), estimate.logLikelihood());
    }
  };

  /** A fitted model with its log-likelihood on the customers it was fitted to. */
  public record Fit(FrequencyModel model, double logLikelihood) {}

  private static final int MOST_REGULAR = 12;
  private static final Pattern BETA_GEOMETRIC = Pattern.compile("(M?)BG/(?:NBD|CNBD-(\\d{1,2}))");
  private static final List<String> BETA_GEOMETRIC_NAMES = List.of("r", "alpha", "a", "b");
  private static final List<String> PARETO_NAMES = List.of("r", "alpha", "s", "beta");

  /** One model of each family, fitted side by side. */
  public static List<Fit> fitAll(List<PurchaseHistory> histories) {
    DistinctHistories data = new DistinctHistories(histories);
    return Arrays.stream(values()).parallel().map(family -> family.fit(data)).toList();
  }

  /** By maximum likelihood; needs customers with and without repeats to be of use. */
  public Fit fit(List<PurchaseHistory> histories) {
    return fit(new DistinctHistories(histories));
  }

  abstract Fit fit(DistinctHistories data);

  /** The family of a model. */
  static FrequencyFamily of(FrequencyModel model) {
    if (model instanceof ParetoNbdModel) {
      return PARETO_NBD;
    }
    return model.name().startsWith("M") ? MBG_CNBD : BG_NBD;
  }

  /** The model with that name and those parameters; refuses unknown names and missing parameters. */
  public static FrequencyModel model(String name, Map<String, Double> parameters) {
    if (name.equals("Pareto/NBD")) {
      double[] of = values(PARETO_NAMES, parameters);
      return new ParetoNbdModel(of[0], of[1], of[2], of[3]);
    }
    Matcher matcher = BETA_GEOMETRIC.matcher(name);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no model of frequency has this name");
    }
    double[] of = values(BETA_GEOMETRIC_NAMES, parameters);
    return new BetaGeometricModel(
        !matcher.group(1).isEmpty(),
        matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2)),
        new BetaGeometricModel.Heterogeneity(of[0], of[1], of[2], of[3]));
  }

  private static double[] values(List<String> names, Map<String, Double> parameters) {
    if (!parameters.keySet().containsAll(names)) {
      throw new IllegalArgumentException("the model has the parameters " + names);
    }
    return names.stream().mapToDouble(parameters::get).toArray();
  }

  private static Fit betaGeometric(boolean leavesAtOnce, int k, DistinctHistories data) {
    BetaGeometricLikelihood likelihood = new BetaGeometricLikelihood(leavesAtOnce, k, data);
    MaximumLikelihood.Estimate estimate = MaximumLikelihood.of(likelihood);
    return new Fit(likelihood.model(estimate.parameters()), estimate.logLikelihood());
  }
}
