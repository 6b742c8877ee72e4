package shopbell.insight;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import shopbell.model.Channel;

/**
 * The features of the model of reasons beside the signals: queue, channel, and the customer's own earlier reasons.
 *
 * <p>An earlier reason counts as {@code log(1 + n / 0.2)}: with the weight 1 this is the share of a customer's contacts
 * with a Dirichlet distribution as prior, in which the first contact counts much and each further one less.
 * Its share of the earlier contacts, without a stated weight, stands beside it: customers of some shops call about one
 * thing alone.
 */
public final class ReasonFeatures {
  /** The start of the name of the feature of an own earlier reason. */
  static final String OWN = "own-";

  private static final double PRIOR = 0.2;

  private ReasonFeatures() {}

  /**
   * Features that need no data but earlier contacts.
   *
   * @param past the reasons of the customer's earlier contacts, newest first
   */
  public static Map<String, Double> of(Channel channel, Optional<String> queue, List<String> past) {
    Map<String, Double> features = own(past);
    queue.ifPresent(name -> features.put("queue-" + name, 1.0));
    if (channel != Channel.CALL) {
      features.put("channel-" + channel, 1.0);
    }
    return features;
  }

  private static Map<String, Double> own(List<String> past) {
    Map<String, Integer> counts = new HashMap<>();
    past.forEach(reason -> counts.merge(reason, 1, Integer::sum));
    Map<String, Double> features = new TreeMap<>();
    past.stream().findFirst().ifPresent(last -> features.put("last-" + last, 1.0));
    counts.forEach((reason, n) -> {
      features.put(OWN + reason, Math.log1p(n / PRIOR));
      features.put("share-" + reason, n / (past.size() + PRIOR));
    });
    return features;
  }

  /** All features of a contact at its arrival. */
  static Map<String, Double> of(RuleInput ruleInput, List<ReasonSignal> clues) {
    List<String> past = past(ruleInput);
    Map<String, Double> features = ruleInput
        .interaction()
        .map(i -> of(i.channel(), i.queue(), past))
        .orElseGet(() -> own(past));
    clues.forEach(reasonSignal -> features.put(reasonSignal.signal(), 1.0));
    SatisfactionTrend.unhappy(ruleInput).ifPresent(answer -> features.put("unhappy", 1.0));
    int orders = ruleInput.summary().value().map(v -> v.orders()).orElse(0);
    features.put(
        orders == 0
            ? "orders-none"
            : orders < LifecycleStages.LOYAL_ORDERS ? "orders-few" : "orders-many",
        1.0);
    return features;
  }

  /** The reasons that agents recorded for the customer's earlier contacts, newest first. */
  static List<String> past(RuleInput ruleInput) {
    return ruleInput.summary().history().items().stream()
        .flatMap(c -> c.reason().stream())
        .toList();
  }
}
