package shopbell.decision;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shopbell.model.decision.ActionGoal;
import shopbell.model.decision.Estimate;
import shopbell.model.decision.StatedEvidence;

/**
 * The probability that one action succeeds: Bayesian logistic regression with an independent normal distribution for
 * each weight (Chapelle and Li, An Empirical Evaluation of Thompson Sampling, 2011, algorithm 3). Immutable; it contains
 * nothing personal.
 *
 * @param observations how many it has learned from; grows with every update and so is its version
 * @param weights the distribution of the weight of every feature
 */
public record SuccessModel(long observations, Map<ModelFeature, Weight> weights) {
  /**
   * A normal distribution.
   *
   * @param mean in nats
   * @param precision one divided by the variance, above 0
   */
  public record Weight(double mean, double precision) {
    public Weight {
      if (!(precision > 0) || !Double.isFinite(precision) || !Double.isFinite(mean)) {
        throw new IllegalArgumentException("a weight has a finite mean and a precision above 0");
      }
    }
  }

  /** One action shown to one person: the features at that time, and whether it succeeded. */
  public record Observation(Set<ModelFeature> features, boolean success) {
    public Observation {
      features = Set.copyOf(features);
    }
  }

  /** Of every weight but the bias before any observation: a feature changes the odds by at most about e. */
  private static final Weight UNKNOWN = new Weight(0, 4);

  /** Half the width of a 90 % interval in standard deviations. */
  private static final double NINETY_PERCENT = 1.6449;

  public SuccessModel {
    weights = Map.copyOf(weights);
    if (!weights.keySet().containsAll(List.of(ModelFeature.values()))) {
      throw new IllegalArgumentException("a model has a weight for every feature");
    }
  }

  /**
   * The model before any observation: its bias is what the author states, with one success and one failure added
   * (Laplace), and as uncertain as so many trials are.
   */
  public static SuccessModel of(StatedEvidence evidence) {
    Map<ModelFeature, Weight> weights = new EnumMap<>(ModelFeature.class);
    for (ModelFeature feature : ModelFeature.values()) {
      weights.put(feature, UNKNOWN);
    }
    double trials = evidence.trials() + 2.0;
    double share = (evidence.successes() + 1) / trials;
    weights.put(
        ModelFeature.BIAS, new Weight(Math.log(share / (1 - share)), trials * share * (1 - share)));
    return new SuccessModel(0, weights);
  }

  /** The model after these further observations. */
  public SuccessModel updated(List<Observation> further) {
    return new SuccessModel(observations + further.size(), PosteriorFit.of(weights, further));
  }

  private double mean(Set<ModelFeature> features) {
    return features.stream().mapToDouble(f -> weights.get(f).mean()).sum();
  }

  private double deviation(Set<ModelFeature> features) {
    return Math.sqrt(
        features.stream().mapToDouble(f -> 1 / weights.get(f).precision()).sum());
  }

  /**
   * What an action of {@code goal} is expected to bring. {@code draw} is a draw of the standard normal distribution: the
   * sum of independently drawn weights is normal, so one draw for the sum is a draw of all weights.
   */
  public Estimate estimate(Set<ModelFeature> features, ActionGoal goal, double draw) {
    double mean = mean(features);
    double deviation = deviation(features);
    double probability = logistic(mean / Math.sqrt(1 + Math.PI * deviation * deviation / 8));
    return new Estimate(
        probability,
        logistic(mean - NINETY_PERCENT * deviation),
        logistic(mean + NINETY_PERCENT * deviation),
        benefit(goal, probability),
        benefit(goal, logistic(mean + deviation * draw)),
        observations);
  }

  private static double benefit(ActionGoal goal, double probability) {
    return probability * goal.value().amount().doubleValue()
        - goal.cost().amount().doubleValue();
  }

  static double logistic(double nats) {
    return 1 / (1 + StrictMath.exp(-nats));
  }
}
