package shopbell.model.card;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Why a contact would be, as it was shown while it came in; measured later by what the agent said it was about.
 *
 * @param signals what was there to guess from, in machine words
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
