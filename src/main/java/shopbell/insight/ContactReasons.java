package shopbell.insight;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import shopbell.i18n.Words;
import shopbell.model.Channel;
import shopbell.model.Sentence;
import shopbell.model.Severity;
import shopbell.model.card.ContactReason;
import shopbell.prediction.NaiveBayes;

/**
 * Likely contact reasons: rules find signals, and agents' reasons for earlier contacts turn them into probabilities.
 *
 * <p>Of each topic the signal with the greatest weight is shown as its evidence; a topic without any is part of
 * "other".
 */
public final class ContactReasons {
  private static final int MOST = 3;
  private static final double LEAST = 0.05;
  private static final String OWED = "promise";

  private ContactReasons() {}

  /** The reasons that agents choose from at wrap-up when their queue has no list of its own. */
  public static List<String> topics() {
    return SignalPriors.TOPICS;
  }

  /** The model learned from {@code said}, on top of the stated weights; without examples it has these alone. */
  public static NaiveBayes learned(List<NaiveBayes.Example> said) {
    return NaiveBayes.of(SignalPriors.priors(), said);
  }

  /**
   * All possible reasons, the likeliest first; the weights add up to at most one.
   *
   * @param signals the signals they were predicted from
   */
  public record Ranking(Set<String> signals, List<ContactReason> all) {
    /** At most three. */
    public List<ContactReason> likeliest() {
      return all.stream().limit(MOST).toList();
    }

    /**
     * At most three, for display: what we owe and conclusive evidence before every prediction; rare reasons are left
     * out unless they are critical.
     */
    public List<ContactReason> owedFirst() {
      return all.stream()
          .filter(one -> one.certainty().equals("sure")
              || one.weight() >= LEAST
              || one.severity() == Severity.CRITICAL)
          .sorted(Comparator.comparing(one -> ReasonCertainty.rank(one.kind(), one.severity())))
          .limit(MOST)
          .toList();
    }
  }

  /** All reasons that have evidence, the likeliest first; {@code learned} weighs them. */
  public static Ranking of(RuleInput ruleInput, NaiveBayes learned) {
    List<ReasonSignal> clues = SignalPriors.found(ruleInput);
    Set<String> signals = signals(ruleInput, clues);
    Map<String, Double> odds = learned.posterior(signals);
    Map<String, ReasonSignal> best = new HashMap<>();
    clues.forEach(
        reasonSignal -> best.merge(reasonSignal.topic(), reasonSignal, ContactReasons::stronger));
    List<ContactReason> all = best.values().stream()
        .sorted(Comparator.comparing((ReasonSignal c) -> -odds.getOrDefault(c.topic(), 0.0))
            .thenComparing(ReasonSignal::topic))
        .map(reasonSignal ->
            reason(ruleInput.words(), reasonSignal, odds.getOrDefault(reasonSignal.topic(), 0.0)))
        .toList();
    return new Ranking(signals, all);
  }

  private static ReasonSignal stronger(ReasonSignal a, ReasonSignal b) {
    int first =
        ReasonCertainty.rank(a.kind(), a.severity()) - ReasonCertainty.rank(b.kind(), b.severity());
    return first < 0 || (first == 0 && a.weight() >= b.weight()) ? a : b;
  }

  private static ContactReason reason(Words words, ReasonSignal reasonSignal, double odds) {
    String key = "why." + reasonSignal.kind();
    List<Sentence> said =
        List.of(Sentence.of(key), new Sentence(key + ".evidence", reasonSignal.facts()));
    return new ContactReason(
        reasonSignal.kind(),
        reasonSignal.topic(),
        words.say(said.get(0)),
        words.say(said.get(1)),
        Math.floor(odds * 100) / 100,
        reasonSignal.severity(),
        reasonSignal.topic().equals(OWED),
        said,
        ReasonCertainty.word(reasonSignal.kind(), reasonSignal.severity(), odds));
  }

  /** Signals with evidence, and those that only shift the probabilities of topics. */
  private static Set<String> signals(RuleInput ruleInput, List<ReasonSignal> clues) {
    Set<String> signals = new TreeSet<>();
    clues.forEach(reasonSignal -> signals.add(reasonSignal.signal()));
    ruleInput.interaction().ifPresent(i -> {
      i.queue().ifPresent(queue -> signals.add("queue-" + queue));
      if (i.channel() != Channel.CALL) {
        signals.add("channel-" + i.channel());
      }
    });
    ruleInput.summary().history().items().stream()
        .findFirst()
        .filter(c -> ruleInput.within(RecentActivity.MONTH, c.at()))
        .flatMap(c -> c.reason())
        .ifPresent(reason -> signals.add("last-" + reason));
    SatisfactionTrend.unhappy(ruleInput).ifPresent(surveyAnswer -> signals.add("unhappy"));
    int orders = ruleInput.summary().value().map(v -> v.orders()).orElse(0);
    signals.add(
        orders == 0
            ? "orders-none"
            : orders < LifecycleStages.LOYAL_ORDERS ? "orders-few" : "orders-many");
    return signals;
  }
}
