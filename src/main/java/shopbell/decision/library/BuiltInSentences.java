package shopbell.decision.library;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import shopbell.insight.CommitmentSignals;
import shopbell.model.Sentence;
import shopbell.model.card.Card;
import shopbell.model.customer.Satisfaction.SurveyAnswer;
import shopbell.model.decision.DecidedAction;

/** The sentences without a language that cards have always had for the program's own actions; docs/api.md keeps them. */
final class BuiltInSentences {
  private BuiltInSentences() {}

  /** The step, then its veto or else its reason; none for an action of the shop's own. */
  static List<Sentence> of(DecidedAction action, Card card, Instant now) {
    return action.version().author().isEmpty()
        ? because(action, card, now)
            .map(why -> List.of(Sentence.of("do." + action.name()), why))
            .orElse(List.of())
        : List.of();
  }

  private static Optional<Sentence> because(DecidedAction action, Card card, Instant now) {
    if (action.isVetoed()) {
      return veto(action.exclusion().orElseThrow().detail(), card, now);
    }
    if (action.name().equals("unhappy")) {
      return unhappy("why.unhappy", card);
    }
    return action.version().action().placement().reasons().isEmpty()
        ? card.profile().journey().said()
        : card.insight().reason().stream()
            .filter(
                reason -> action.version().action().placement().reasons().contains(reason.kind()))
            .findFirst()
            .map(reason -> reason.said().get(0));
  }

  /** Empty for a veto of the shop's own. The facts are read again: the card may not show them as a reason. */
  private static Optional<Sentence> veto(String name, Card card, Instant now) {
    return switch (name) {
      case "unhappy" -> unhappy("veto.unhappy", card);
      case "ticket" ->
        CommitmentSignals.ticketCritical(card.profile().tickets().items(), now)
            .map(facts -> new Sentence("veto.ticket", facts));
      case "promise" ->
        CommitmentSignals.promiseBroken(card.profile().promises(), now)
            .map(facts -> new Sentence("veto.promise", facts));
      default -> Optional.empty();
    };
  }

  private static Optional<Sentence> unhappy(String key, Card card) {
    return card.profile()
        .satisfaction()
        .last()
        .map(answer -> Sentence.of(key, kind(answer), answer.score()));
  }

  private static String kind(SurveyAnswer answer) {
    return answer.kind().toString().toUpperCase(Locale.ROOT);
  }
}
