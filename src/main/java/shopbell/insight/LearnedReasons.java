package shopbell.insight;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import shopbell.prediction.reason.ReasonModel;

/**
 * What is known of the reasons of contacts: the model, and what agents recorded in each queue.
 *
 * @param queues for each queue how many contacts of each reason the model learned from
 * @param percentages whether blind contacts have shown that its probabilities may be shown as figures
 */
public record LearnedReasons(
    ReasonModel model, Map<String, Map<String, Integer>> queues, boolean percentages) {
  /** One contact that counts as an earlier one of the queue, for a share without extremes. */
  private static final double DOUBT = 1;

  public LearnedReasons {
    queues = Map.copyOf(queues);
  }

  /** A reason, its share in a queue (0 to 1), and the number of contacts of the queue. */
  public record Usual(String reason, double share, int contacts) {}

  /** The stated weights, before any contact. */
  public static LearnedReasons stated() {
    return new LearnedReasons(statedModel(Set.of()), Map.of(), false);
  }

  /** The stated weights for the built-in reasons and for {@code more}, such as those of a queue's own list. */
  public static ReasonModel statedModel(Collection<String> more) {
    return SignalPriors.model(more);
  }

  /** The probability of each reason for a contact with {@code features}; they add up to 1. */
  public Map<String, Double> probabilities(Map<String, Double> features) {
    return model.probabilities(features);
  }

  /** All reasons of the stated weights and of contacts. */
  public Collection<String> reasons() {
    return model.reasons();
  }

  /** The most frequent reason of {@code queue}; empty before the first contact. */
  Optional<Usual> usual(String queue) {
    Map<String, Integer> of = new TreeMap<>(queues.getOrDefault(queue, Map.of()));
    int all = of.values().stream().mapToInt(n -> n).sum();
    return of.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(top -> new Usual(top.getKey(), top.getValue() / (all + DOUBT), all));
  }
}
