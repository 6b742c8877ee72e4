package shopbell.decision.library;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import shopbell.model.Sentence;
import shopbell.model.card.Card;
import shopbell.model.card.ContactReason;
import shopbell.model.customer.Satisfaction.SurveyAnswer;
import shopbell.model.decision.DecidedAction;

/** The sentences without a language that cards have always had for the program's own actions; docs/api.md keeps them. */
final class BuiltInSentences {
  /** The contact reason that has the facts of a veto. */
  private static final Map<String, String> VETO_REASONS =
      Map.of("ticket", "ticket-critical", "promise", "promise-broken");

  private BuiltInSentences() {}

  /** The step, then its veto or else its reason; none for an action of the shop's own. */
  static List<Sentence> of(DecidedAction action, Card card) {
    return action.version().author().isEmpty()
        ? because(action, card)
            .map(why -> List.of(Sentence.of("do." + action.name()), why))
            .orElse(List.of())
        : List.of();
  }

  private static Optional<Sentence> because(DecidedAction action, Card card) {
    if (action.isVetoed()) {
      return veto(action.exclusion().orElseThrow().detail(), card);
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

  /** Empty for a veto of the shop's own. */
  private static Optional<Sentence> veto(String name, Card card) {
    if (name.equals("unhappy")) {
      return unhappy("veto.unhappy", card);
    }
    return card.insight().reason().stream()
        .filter(reason -> reason.kind().equals(VETO_REASONS.get(name)))
        .findFirst()
        .map(ContactReason::said)
        .map(said -> new Sentence("veto." + name, said.get(1).facts()));
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
