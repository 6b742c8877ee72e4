package shopbell.model.card;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The predicted reasons of a contact when it arrived; later compared with the reason the agent recorded.
 *
 * @param blind whether the agent saw no prediction, so that it cannot have influenced the recorded reason
 * @param signals the features of the prediction, as machine-readable names, with their values
 * @param shown the reasons with evidence, the likeliest first
 * @param probabilities of all reasons
 */
public record ReasonPrediction(
    UUID interaction,
    Instant at,
    Optional<String> queue,
    boolean blind,
    Map<String, Double> signals,
    List<String> shown,
    Map<String, Double> probabilities) {
  public ReasonPrediction {
    signals = Map.copyOf(signals);
    shown = List.copyOf(shown);
    probabilities = Map.copyOf(probabilities);
  }
}
