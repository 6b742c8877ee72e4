package shopbell.prediction.reason;

import java.util.Map;
import java.util.Objects;

/**
 * A contact of the past: what was known when it arrived, and its actual reason.
 *
 * @param features by name, such as a signal, {@code queue=support} or {@code channel=chat}; an absent one is 0
 */
public record LabelledContact(Map<String, Double> features, String reason) {
  public LabelledContact {
    features = Map.copyOf(features);
    Objects.requireNonNull(reason);
    if (features.containsKey(ReasonModel.BASE_RATE)
        || features.values().stream().anyMatch(value -> !Double.isFinite(value))) {
      throw new IllegalArgumentException("features are finite numbers, and none is the base rate");
    }
  }
}
