package shopbell.decision;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shopbell.model.decision.ActionGoal;
import shopbell.model.decision.Estimate;
import shopbell.model.decision.StatedEvidence;

/**
 * The probability that one action succeeds: Bayesian logistic regression with a normal distribution of its weights
 * (Chapelle and Li, An Empirical Evaluation of Thompson Sampling, 2011, algorithm 3). It keeps the covariances that
 * their algorithm leaves out: the bias is present in every contact, and without them a model that begins with a wrong
 * statement grows certain of it before it is corrected. Immutable; it contains nothing personal.
 *
 * @param observations how many it has learned from; grows with every update and so is its version
 * @param means of the weight of every feature, in nats; a feature that is missing begins at zero
 * @param covariances of the weights of two features; missing ones of a new feature are those before any observation
 */
public record SuccessModel(
    long observations,
    Map<ModelFeature, Double> means,
    Map<ModelFeature, Map<ModelFeature, Double>> covariances) {
  /** One action shown to one person: the features at that time, and whether it succeeded. */
  public record Observation(Set<ModelFeature> features, boolean success) {
    public Observation {
      features = Set.copyOf(features);
    }
  }

  /** Before any observation, of every weight but the bias: a feature changes the odds by at most about e. */
  private static final double UNKNOWN_VARIANCE = 0.25;

  /** Half the width of a 90 % interval in standard deviations. */
  private static final double NINETY_PERCENT = 1.6449;

  public SuccessModel {
    Map<ModelFeature, Double> allMeans = new EnumMap<>(ModelFeature.class);
    Map<ModelFeature, Map<ModelFeature, Double>> all = new EnumMap<>(ModelFeature.class);
    for (ModelFeature one : ModelFeature.values()) {
      allMeans.put(one, means.getOrDefault(one, 0.0));
      Map<ModelFeature, Double> given = covariances.getOrDefault(one, Map.of());
      Map<ModelFeature, Double> row = new EnumMap<>(ModelFeature.class);
      for (ModelFeature other : ModelFeature.values()) {
        row.put(other, given.getOrDefault(other, one == other ? UNKNOWN_VARIANCE : 0.0));
      }
      all.put(one, row);
    }
    means = allMeans;
    covariances = all;
  }

  /**
   * The model before any observation: its bias is what the author states, with one success and one failure added
   * (Laplace), and as uncertain as so many trials are.
   */
  public static SuccessModel of(StatedEvidence evidence) {
    double trials = evidence.trials() + 2.0;
    double share = (evidence.successes() + 1) / trials;
    double variance = 1 / (trials * share * (1 - share));
    ModelFeature bias = ModelFeature.BIAS;
    return new SuccessModel(
        0, Map.of(bias, Math.log(share / (1 - share))), Map.of(bias, Map.of(bias, variance)));
  }

  /** The model after these further observations. */
  public SuccessModel updated(List<Observation> further) {
    return PosteriorFit.of(this, further);
  }

  /**
   * What an action of {@code goal} is expected to bring. {@code draw} is a draw of the standard normal distribution: the
   * sum of the drawn weights is normal, so one draw for the sum is a draw of all weights.
   */
  public Estimate estimate(Set<ModelFeature> features, ActionGoal goal, double draw) {
    double mean = 0;
    double variance = 0;
    for (ModelFeature one : ModelFeature.values()) {
      if (features.contains(one)) {
        mean += means.get(one);
        variance += variance(one, features);
      }
    }
    double deviation = Math.sqrt(Math.max(0, variance));
    // the mean of the logistic function over a normal distribution (MacKay, 1992)
    double probability = logistic(mean / Math.sqrt(1 + Math.PI * variance / 8));
    return new Estimate(
        probability,
        logistic(mean - NINETY_PERCENT * deviation),
        logistic(mean + NINETY_PERCENT * deviation),
        benefit(goal, probability),
        benefit(goal, logistic(mean + deviation * draw)),
        observations);
  }

  private double variance(ModelFeature one, Set<ModelFeature> features) {
    Map<ModelFeature, Double> row = covariances.get(one);
    double sum = 0;
    for (ModelFeature other : ModelFeature.values()) {
      sum += features.contains(other) ? row.get(other) : 0;
    }
    return sum;
  }

  private static double benefit(ActionGoal goal, double probability) {
    return probability * goal.value().amount().doubleValue()
        - goal.cost().amount().doubleValue();
  }

  static double logistic(double nats) {
    return 1 / (1 + StrictMath.exp(-nats));
  }
}
