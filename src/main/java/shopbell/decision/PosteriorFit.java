package shopbell.decision;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shopbell.decision.SuccessModel.Observation;
import shopbell.decision.SuccessModel.Weight;

/**
 * The normal distribution of each weight after observations: the mode of the posterior by Newton's method, one weight at
 * a time, and its curvature.
 */
final class PosteriorFit {
  private static final int MOST_ROUNDS = 100;
  private static final double SMALL_STEP = 1e-6;

  /** A step beyond this leaves the part of the curve that it was computed for. */
  private static final double LARGEST_STEP = 2;

  /** Contacts with equal features are one term of the sum. */
  private static final class Group {
    private int successes;
    private int trials;
  }

  private final Map<ModelFeature, Weight> before;
  private final Map<Set<ModelFeature>, Group> groups = new HashMap<>();
  private final Map<ModelFeature, Double> means = new EnumMap<>(ModelFeature.class);

  private PosteriorFit(Map<ModelFeature, Weight> before, List<Observation> further) {
    this.before = before;
    before.forEach((feature, weight) -> means.put(feature, weight.mean()));
    for (Observation one : further) {
      Group group = groups.computeIfAbsent(one.features(), features -> new Group());
      group.trials++;
      group.successes += one.success() ? 1 : 0;
    }
  }

  static Map<ModelFeature, Weight> of(Map<ModelFeature, Weight> before, List<Observation> further) {
    PosteriorFit fit = new PosteriorFit(before, further);
    for (int round = 0; round < MOST_ROUNDS && fit.round() > SMALL_STEP; round++) {
      // each round comes closer to the mode
    }
    Map<ModelFeature, Weight> after = new EnumMap<>(ModelFeature.class);
    fit.means.forEach(
        (feature, mean) -> after.put(feature, new Weight(mean, fit.curvature(feature))));
    return after;
  }

  /** One step for each weight; the size of the largest. */
  private double round() {
    double largest = 0;
    for (ModelFeature feature : ModelFeature.values()) {
      double step = slope(feature) / curvature(feature);
      step = Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, step));
      means.merge(feature, step, Double::sum);
      largest = Math.max(largest, Math.abs(step));
    }
    return largest;
  }

  private double slope(ModelFeature feature) {
    Weight prior = before.get(feature);
    double slope = -prior.precision() * (means.get(feature) - prior.mean());
    for (Map.Entry<Set<ModelFeature>, Group> one : groups.entrySet()) {
      if (one.getKey().contains(feature)) {
        Group group = one.getValue();
        slope += group.successes - group.trials * probability(one.getKey());
      }
    }
    return slope;
  }

  private double curvature(ModelFeature feature) {
    double curvature = before.get(feature).precision();
    for (Map.Entry<Set<ModelFeature>, Group> one : groups.entrySet()) {
      if (one.getKey().contains(feature)) {
        double p = probability(one.getKey());
        curvature += one.getValue().trials * p * (1 - p);
      }
    }
    return curvature;
  }

  private double probability(Set<ModelFeature> features) {
    return SuccessModel.logistic(features.stream().mapToDouble(means::get).sum());
  }
}
