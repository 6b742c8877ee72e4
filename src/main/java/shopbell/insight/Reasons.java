package shopbell.insight;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import shopbell.i18n.Words;
import shopbell.model.Channel;
import shopbell.model.Reason;
import shopbell.model.Sentence;
import shopbell.model.Severity;

/**
 * Why they probably call: rules find clues, what agents said of earlier contacts turns them into probabilities.
 *
 * <p>Of each topic the weightiest clue is shown as its evidence; a topic without any is part of "other".
 */
public final class Reasons {
  private static final int MOST = 3;
  private static final double LEAST = 0.05;
  private static final String OWED = "promise";

  private static final List<Function<Look, Optional<Clue>>> RULES = List.of(
      OwedClues::promiseBroken,
      OwedClues::promiseDue,
      OwedClues::ticketCritical,
      OwedClues::ticketOpen,
      OwedClues::parcelFailed,
      OwedClues::parcelLate,
      OwedClues::parcelMoving,
      OwedClues::parcelThere,
      OwedClues::orderFresh,
      TriedClues::checkoutAbandoned,
      TriedClues::checkoutWeek,
      TriedClues::pageError,
      TriedClues::paymentFailed,
      TriedClues::aboutReturn,
      TriedClues::aboutInvoice,
      TriedClues::aboutDelivery,
      TriedClues::contactUnresolved,
      TriedClues::contactRepeated,
      TriedClues::contactWeek,
      TriedClues::callAbandoned);

  private Reasons() {}

  /** What agents choose from at wrap-up when their queue has no list of its own. */
  public static List<String> topics() {
    return Stated.TOPICS;
  }

  /** What was learned from {@code said}, beginning with what is stated; empty is the statement alone. */
  public static Bayes learned(List<Bayes.Example> said) {
    return Bayes.of(Stated.priors(), said);
  }

  /**
   * All that could be, the likeliest first; the weights add up to at most one.
   *
   * @param signals what they were guessed from
   */
  record Ranking(Set<String> signals, List<Reason> all) {
    /** At most three. */
    List<Reason> likeliest() {
      return all.stream().limit(MOST).toList();
    }

    /**
     * At most three as an agent is to see them: what we owe and what speaks for itself before every guess; what is
     * hardly ever the reason is left out unless it is critical.
     */
    List<Reason> owedFirst() {
      return all.stream()
          .filter(one -> one.certainty().equals("sure")
              || one.weight() >= LEAST
              || one.severity() == Severity.CRITICAL)
          .sorted(Comparator.comparing(one -> Certainty.rank(one.kind(), one.severity())))
          .limit(MOST)
          .toList();
    }
  }

  static Ranking of(Look look, Bayes learned) {
    List<Clue> clues = RULES.stream().flatMap(rule -> rule.apply(look).stream()).toList();
    Set<String> signals = signals(look, clues);
    Map<String, Double> odds = learned.posterior(signals);
    Map<String, Clue> best = new HashMap<>();
    clues.forEach(clue -> best.merge(clue.topic(), clue, Reasons::stronger));
    List<Reason> all = best.values().stream()
        .sorted(Comparator.comparing((Clue c) -> -odds.getOrDefault(c.topic(), 0.0))
            .thenComparing(Clue::topic))
        .map(clue -> reason(look.words(), clue, odds.getOrDefault(clue.topic(), 0.0)))
        .toList();
    return new Ranking(signals, all);
  }

  private static Clue stronger(Clue a, Clue b) {
    int first = Certainty.rank(a.kind(), a.severity()) - Certainty.rank(b.kind(), b.severity());
    return first < 0 || (first == 0 && a.weight() >= b.weight()) ? a : b;
  }

  private static Reason reason(Words words, Clue clue, double odds) {
    String key = "why." + clue.kind();
    List<Sentence> said = List.of(Sentence.of(key), new Sentence(key + ".evidence", clue.facts()));
    return new Reason(
        clue.kind(),
        clue.topic(),
        words.say(said.get(0)),
        words.say(said.get(1)),
        Math.floor(odds * 100) / 100,
        clue.severity(),
        clue.topic().equals(OWED),
        said,
        Certainty.word(clue.kind(), clue.severity(), odds));
  }

  /** Clues, and what announces nothing by itself but goes with some topics more than with others. */
  private static Set<String> signals(Look look, List<Clue> clues) {
    Set<String> signals = new TreeSet<>();
    clues.forEach(clue -> signals.add(clue.signal()));
    look.interaction().ifPresent(i -> {
      i.queue().ifPresent(queue -> signals.add("queue-" + queue));
      if (i.channel() != Channel.CALL) {
        signals.add("channel-" + i.channel());
      }
    });
    look.summary().history().items().stream()
        .findFirst()
        .filter(c -> look.within(Trail.MONTH, c.at()))
        .flatMap(c -> c.reason())
        .ifPresent(reason -> signals.add("last-" + reason));
    NextSteps.unhappy(look).ifPresent(answer -> signals.add("unhappy"));
    int orders = look.summary().value().map(v -> v.orders()).orElse(0);
    signals.add(
        orders == 0 ? "orders-none" : orders < Stages.LOYAL_ORDERS ? "orders-few" : "orders-many");
    return signals;
  }
}
