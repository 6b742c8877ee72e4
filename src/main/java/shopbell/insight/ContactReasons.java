package shopbell.insight;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.i18n.Words;
import shopbell.model.Sentence;
import shopbell.model.Severity;
import shopbell.model.card.ContactReason;

/**
 * Likely contact reasons: rules find signals, and agents' reasons for earlier contacts turn them into probabilities.
 *
 * <p>Of each topic the signal with the greatest weight is shown as its evidence, or else what the model learned most
 * from; a topic without any is part of "other".
 */
public final class ContactReasons {
  private static final int MOST = 3;
  private static final String OWED = "promise";

  private ContactReasons() {}

  /** The reasons that agents choose from at wrap-up when their queue has no list of its own. */
  public static List<String> topics() {
    return SignalPriors.TOPICS;
  }

  /**
   * All reasons that have evidence, the likeliest first; the weights add up to at most one.
   *
   * @param features what they were predicted from, by name
   * @param probabilities of all reasons, also of those without evidence
   */
  public record Ranking(
      Map<String, Double> features, Map<String, Double> probabilities, List<ContactReason> all) {
    /** At most three. */
    public List<ContactReason> likeliest() {
      return all.stream().limit(MOST).toList();
    }

    /**
     * At most three, for display: what we owe before every prediction; rare reasons are left out unless they are
     * critical.
     */
    public List<ContactReason> owedFirst() {
      return all.stream()
          .filter(one -> one.certainty().equals("sure")
              || one.weight() >= LearnedEvidence.least(one.kind())
              || one.severity() == Severity.CRITICAL)
          .sorted(Comparator.comparing(one -> ReasonCertainty.rank(one.kind(), one.severity())))
          .limit(MOST)
          .toList();
    }

    /** Of these only what we owe: a fact, and no prediction. */
    public List<ContactReason> owedAlone() {
      return owedFirst().stream().filter(ContactReason::owed).toList();
    }
  }

  /** All reasons that have evidence, the likeliest first; {@code learned} weighs them. */
  public static Ranking of(RuleInput ruleInput, LearnedReasons learned) {
    List<ReasonSignal> clues = SignalPriors.found(ruleInput);
    Map<String, Double> features = ReasonFeatures.of(ruleInput, clues);
    Map<String, Double> odds = learned.probabilities(features);
    Map<String, ReasonSignal> best = new HashMap<>();
    clues.forEach(
        reasonSignal -> best.merge(reasonSignal.topic(), reasonSignal, ContactReasons::stronger));
    LearnedEvidence evidence = new LearnedEvidence(ruleInput, learned, clues, features);
    List<ContactReason> all = odds.entrySet().stream()
        .sorted(Comparator.comparing((Map.Entry<String, Double> one) -> -one.getValue())
            .thenComparing(Map.Entry::getKey))
        .flatMap(one -> Optional.ofNullable(best.get(one.getKey()))
            .map(clue -> reason(ruleInput.words(), clue, one.getValue(), learned.percentages()))
            .or(() -> evidence.of(one.getKey(), one.getValue()))
            .stream())
        .toList();
    return new Ranking(features, odds, all);
  }

  private static ReasonSignal stronger(ReasonSignal a, ReasonSignal b) {
    int first =
        ReasonCertainty.rank(a.kind(), a.severity()) - ReasonCertainty.rank(b.kind(), b.severity());
    return first < 0 || (first == 0 && a.weight() >= b.weight()) ? a : b;
  }

  private static ContactReason reason(
      Words words, ReasonSignal reasonSignal, double odds, boolean percentages) {
    String key = "why." + reasonSignal.kind();
    List<Sentence> said =
        List.of(Sentence.of(key), new Sentence(key + ".evidence", reasonSignal.facts()));
    String certainty = ReasonCertainty.word(reasonSignal.kind(), reasonSignal.severity(), odds);
    return new ContactReason(
        reasonSignal.kind(),
        reasonSignal.topic(),
        words.say(said.get(0)),
        words.say(said.get(1)),
        Math.floor(odds * 100) / 100,
        reasonSignal.severity(),
        reasonSignal.topic().equals(OWED),
        said,
        certainty,
        ReasonCertainty.percent(certainty, odds, percentages));
  }
}
