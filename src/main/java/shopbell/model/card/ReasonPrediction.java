package shopbell.model.card;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The predicted reasons of a contact, as shown when it arrived; later compared with the reason the agent recorded.
 *
 * @param signals the signals of the prediction, as machine-readable names
 * @param topics the likeliest first
 * @param shares their probabilities, in the same order
 */
public record ReasonPrediction(
    UUID interaction, Instant at, Set<String> signals, List<String> topics, List<Double> shares) {
  public ReasonPrediction {
    signals = Set.copyOf(signals);
    topics = List.copyOf(topics);
    shares = List.copyOf(shares);
  }
}
