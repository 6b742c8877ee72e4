package shopbell.insight;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.model.Sentence;
import shopbell.model.Severity;
import shopbell.model.card.ContactReason;

/**
 * Evidence for a reason that no rule points to, such as one of a queue's own list: the feature that speaks most for it
 * in the learned model.
 */
final class LearnedEvidence {
  private static final double LEAST = 0.05;

  /** Below it, a habit is no news. */
  private static final double LEAST_LEARNED = 0.25;

  /** In log-odds: a smaller contribution is chance. */
  private static final double SPEAKS = 0.2;

  private static final int HABIT = 2;
  private static final int ENOUGH = 20;
  private static final String NOTHING_SAID = "other";
  private static final String OWN_USUAL = "own-usual";
  private static final String QUEUE_USUAL = "queue-usual";
  private static final String LEARNED = "learned";

  /** The kinds of reasons that only the model points to. */
  static final List<String> KINDS = List.of(OWN_USUAL, QUEUE_USUAL, LEARNED);

  private final RuleInput ruleInput;
  private final LearnedReasons learned;
  private final Map<String, ReasonSignal> clues = new HashMap<>();
  private final Map<String, Double> features;
  private final List<String> past;

  LearnedEvidence(
      RuleInput ruleInput,
      LearnedReasons learned,
      List<ReasonSignal> clues,
      Map<String, Double> features) {
    this.ruleInput = ruleInput;
    this.learned = learned;
    this.features = features;
    clues.forEach(clue -> this.clues.put(clue.signal(), clue));
    past = ReasonFeatures.past(ruleInput);
  }

  /** The probability from which a reason of {@code kind} is shown. */
  static double least(String kind) {
    return KINDS.contains(kind) ? LEAST_LEARNED : LEAST;
  }

  /** The reason with the strongest evidence for it; empty without any. */
  Optional<ContactReason> of(String topic, double odds) {
    if (topic.equals(NOTHING_SAID)) {
      return Optional.empty();
    }
    return learned.model().contributions(features, topic).entrySet().stream()
        .filter(one -> one.getValue() > SPEAKS)
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .flatMap(one -> evidence(topic, one.getKey()).stream())
        .findFirst()
        .map(found -> reason(topic, odds, found));
  }

  /** A kind, with the sentence that names the facts. */
  private record Found(String kind, Sentence evidence) {}

  private Optional<Found> evidence(String topic, String feature) {
    if (feature.equals(ReasonFeatures.OWN + topic)) {
      long times = past.stream().filter(topic::equals).count();
      return Optional.of(
              new Found(OWN_USUAL, Sentence.of("why.own-usual.evidence", times, past.size())))
          .filter(found -> times >= HABIT);
    }
    if (clues.containsKey(feature)) {
      ReasonSignal clue = clues.get(feature);
      return Optional.of(
          new Found(LEARNED, new Sentence("why." + clue.kind() + ".evidence", clue.facts())));
    }
    return ruleInput
        .interaction()
        .flatMap(i -> i.queue())
        .filter(queue -> feature.equals("queue-" + queue))
        .flatMap(queue -> learned
            .usual(queue)
            .filter(usual -> usual.reason().equals(topic) && usual.contacts() >= ENOUGH)
            .map(usual -> new Found(
                QUEUE_USUAL, Sentence.of("why.queue-usual.evidence", queue, usual.contacts()))));
  }

  private ContactReason reason(String topic, double odds, Found found) {
    Sentence title = Sentence.of("plain", Sentence.word("topic." + topic, topic));
    String certainty = ReasonCertainty.word(found.kind(), Severity.INFO, odds);
    return new ContactReason(
        found.kind(),
        topic,
        ruleInput.words().say(title),
        ruleInput.words().say(found.evidence()),
        Math.floor(odds * 100) / 100,
        Severity.INFO,
        false,
        List.of(title, found.evidence()),
        certainty,
        ReasonCertainty.percent(certainty, odds, learned.percentages()));
  }
}
