package shopbell.prediction.reason;

import java.util.Map;
import java.util.Objects;

/**
 * A prediction of the past with its outcome.
 *
 * @param probabilities of all reasons that were known; a reason that is missing had the probability 0
 * @param reason the actual one
 */
public record PredictedReason(Map<String, Double> probabilities, String reason) {
  public PredictedReason {
    probabilities = Map.copyOf(probabilities);
    Objects.requireNonNull(reason);
  }
}
