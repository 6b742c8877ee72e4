package shopbell.prediction.reason;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Multinomial logistic regression: the probability of each reason is proportional to {@code exp(Σ weight · feature)}. It
 * begins with stated weights and learns from contacts by {@link ReasonFit}. Immutable; holds no contact.
 *
 * @param reasons in a fixed order
 * @param weights for each feature, one for each reason in that order
 * @param unknown the weight of a feature that {@code weights} does not name
 * @param temperature divides the log-odds: above 1 it makes bold predictions shyer
 */
public record ReasonModel(
    List<String> reasons, Map<String, List<Weight>> weights, Weight unknown, double temperature) {
  /** The feature that is 1 for every contact. */
  public static final String BASE_RATE = "base rate";

  public ReasonModel {
    reasons = List.copyOf(reasons);
    weights = Collections.unmodifiableMap(new TreeMap<>(weights));
    int count = reasons.size();
    if (count < 2 || weights.values().stream().anyMatch(of -> of.size() != count)) {
      throw new IllegalArgumentException(
          "there are two reasons at least, and each feature has a weight for each");
    }
    if (!(temperature > 0)) {
      throw new IllegalArgumentException("the temperature is above 0");
    }
  }

  /**
   * The model before any contact.
   *
   * @param stated for each reason its weights by feature, in log-odds; others are 0
   * @param precision of all weights: with 1, a few dozen contacts move a weight by one
   */
  public static ReasonModel stated(Map<String, Map<String, Double>> stated, double precision) {
    List<String> reasons = stated.keySet().stream().sorted().toList();
    Map<String, List<Weight>> weights = new HashMap<>();
    stated
        .values()
        .forEach(of -> of.keySet()
            .forEach(feature -> weights.computeIfAbsent(
                feature,
                f -> reasons.stream()
                    .map(reason -> new Weight(stated.get(reason).getOrDefault(f, 0.0), precision))
                    .toList())));
    return new ReasonModel(reasons, weights, new Weight(0, precision), 1);
  }

  /** P(reason), in the order of the reasons; they add up to 1. */
  public Map<String, Double> probabilities(Map<String, Double> features) {
    double[] scores = new double[reasons.size()];
    add(scores, BASE_RATE, 1);
    features.forEach((feature, value) -> add(scores, feature, value));
    double[] shares = Softmax.of(scores, temperature);
    Map<String, Double> named = new LinkedHashMap<>();
    for (int k = 0; k < shares.length; k++) {
      named.put(reasons.get(k), shares[k]);
    }
    return named;
  }

  private void add(double[] scores, String feature, double value) {
    List<Weight> of = weights.get(feature);
    for (int k = 0; of != null && k < scores.length; k++) {
      scores[k] += value * of.get(k).mean();
    }
  }

  /** How much each feature speaks for {@code reason}, in log-odds against the mean of all reasons; 0 for unknown features. */
  public Map<String, Double> contributions(Map<String, Double> features, String reason) {
    int at = reasons.indexOf(reason);
    if (at < 0) {
      throw new IllegalArgumentException("the model does not know this reason");
    }
    Map<String, Double> found = new TreeMap<>();
    features.forEach((feature, value) -> {
      List<Weight> of = weights.getOrDefault(feature, Collections.nCopies(reasons.size(), unknown));
      double usual = of.stream().mapToDouble(Weight::mean).average().orElse(0);
      found.put(feature, value * (of.get(at).mean() - usual) / temperature);
    });
    return found;
  }

  /** The same model with another temperature. */
  public ReasonModel at(double newTemperature) {
    return new ReasonModel(reasons, weights, unknown, newTemperature);
  }

  /** The same model that also knows {@code more}, each as likely before any sign as the rarest known reason. */
  ReasonModel knowing(List<String> more) {
    List<String> added = more.stream()
        .filter(reason -> !reasons.contains(reason))
        .distinct()
        .sorted()
        .toList();
    if (added.isEmpty()) {
      return this;
    }
    Map<String, List<Weight>> widened = new HashMap<>();
    weights.forEach((feature, of) -> {
      double mean = feature.equals(BASE_RATE)
          ? of.stream().mapToDouble(Weight::mean).min().orElse(0)
          : unknown.mean();
      List<Weight> longer = new ArrayList<>(of);
      added.forEach(reason -> longer.add(new Weight(mean, unknown.precision())));
      widened.put(feature, longer);
    });
    List<String> all = new ArrayList<>(reasons);
    all.addAll(added);
    return new ReasonModel(all, widened, unknown, temperature);
  }
}
