package shopbell.decision;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shopbell.decision.SuccessModel.Observation;

/**
 * The normal distribution of the weights after observations: the mode of the posterior by Newton's method, and the
 * inverse of its curvature there (Laplace's approximation).
 */
final class PosteriorFit {
  private static final ModelFeature[] FEATURES = ModelFeature.values();
  private static final int MOST_ROUNDS = 50;
  private static final double SMALL_STEP = 1e-8;

  /** A step beyond this leaves the part of the curve that it was computed for. */
  private static final double LARGEST_STEP = 2;

  /** Contacts with equal features are one term of the sum. */
  private static final class Group {
    private final boolean[] present = new boolean[FEATURES.length];
    private int successes;
    private int trials;

    private Group(Set<ModelFeature> features) {
      for (int i = 0; i < FEATURES.length; i++) {
        present[i] = features.contains(FEATURES[i]);
      }
    }

    private double probability(double[] means) {
      double nats = 0;
      for (int i = 0; i < FEATURES.length; i++) {
        nats += present[i] ? means[i] : 0;
      }
      return SuccessModel.logistic(nats);
    }
  }

  private final SuccessModel before;
  private final double[][] precision;
  private final double[] means = new double[FEATURES.length];
  private final Map<Set<ModelFeature>, Group> groups = new LinkedHashMap<>();

  private PosteriorFit(SuccessModel before, List<Observation> further) {
    this.before = before;
    double[][] covariance = new double[FEATURES.length][FEATURES.length];
    for (int i = 0; i < FEATURES.length; i++) {
      means[i] = before.means().get(FEATURES[i]);
      for (int j = 0; j < FEATURES.length; j++) {
        covariance[i][j] = before.covariances().get(FEATURES[i]).get(FEATURES[j]);
      }
    }
    this.precision = MatrixInverse.of(covariance);
    for (Observation one : further) {
      Group group = groups.computeIfAbsent(one.features(), Group::new);
      group.trials++;
      group.successes += one.success() ? 1 : 0;
    }
  }

  static SuccessModel of(SuccessModel before, List<Observation> further) {
    PosteriorFit fit = new PosteriorFit(before, further);
    double step = Double.POSITIVE_INFINITY;
    for (int round = 0; round < MOST_ROUNDS && step > SMALL_STEP; round++) {
      step = fit.step();
    }
    return fit.model(before.observations() + further.size());
  }

  private SuccessModel model(long observations) {
    double[][] covariance = MatrixInverse.of(curvature());
    Map<ModelFeature, Double> after = new EnumMap<>(ModelFeature.class);
    Map<ModelFeature, Map<ModelFeature, Double>> all = new EnumMap<>(ModelFeature.class);
    for (int i = 0; i < FEATURES.length; i++) {
      after.put(FEATURES[i], means[i]);
      Map<ModelFeature, Double> row = new EnumMap<>(ModelFeature.class);
      for (int j = 0; j < FEATURES.length; j++) {
        row.put(FEATURES[j], covariance[i][j]);
      }
      all.put(FEATURES[i], row);
    }
    return new SuccessModel(observations, after, all);
  }

  /** One step of Newton's method; the largest change of a weight. */
  private double step() {
    double[] slope = slope();
    double[][] inverse = MatrixInverse.of(curvature());
    double[] change = new double[FEATURES.length];
    double largest = 0;
    for (int i = 0; i < FEATURES.length; i++) {
      for (int j = 0; j < FEATURES.length; j++) {
        change[i] += inverse[i][j] * slope[j];
      }
      largest = Math.max(largest, Math.abs(change[i]));
    }
    double shortened = largest > LARGEST_STEP ? LARGEST_STEP / largest : 1;
    for (int i = 0; i < FEATURES.length; i++) {
      means[i] += shortened * change[i];
    }
    return largest;
  }

  private double[] slope() {
    double[] slope = new double[FEATURES.length];
    for (int i = 0; i < FEATURES.length; i++) {
      for (int j = 0; j < FEATURES.length; j++) {
        slope[i] -= precision[i][j] * (means[j] - before.means().get(FEATURES[j]));
      }
    }
    for (Group group : groups.values()) {
      double surprise = group.successes - group.trials * group.probability(means);
      for (int i = 0; i < FEATURES.length; i++) {
        slope[i] += group.present[i] ? surprise : 0;
      }
    }
    return slope;
  }

  private double[][] curvature() {
    double[][] curvature = new double[FEATURES.length][];
    for (int i = 0; i < FEATURES.length; i++) {
      curvature[i] = precision[i].clone();
    }
    for (Group group : groups.values()) {
      double p = group.probability(means);
      double weight = group.trials * p * (1 - p);
      for (int i = 0; i < FEATURES.length; i++) {
        for (int j = 0; j < FEATURES.length; j++) {
          curvature[i][j] += group.present[i] && group.present[j] ? weight : 0;
        }
      }
    }
    return curvature;
  }
}
