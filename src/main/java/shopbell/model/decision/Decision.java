package shopbell.model.decision;

import java.time.Instant;
import java.util.List;

/**
 * The answer to "what next?" with everything that led to it. The same inputs give an equal decision.
 *
 * @param at the instant of its facts
 * @param candidates every live action: shown ones in their order, then vetoed ones, then all others
 * @param ties pairs of shown actions that are expected to bring about the same
 * @param inputs SHA-256 of all inputs, in hexadecimal: a replay with the same one is a replay of this decision
 */
public record Decision(
    DecisionRequest request,
    Instant at,
    List<DecidedAction> candidates,
    List<TiedActions> ties,
    String inputs) {
  /** Two actions, the first shown before the second, with benefits that differ by less than 1 % of the value. */
  public record TiedActions(String first, String second) {}

  public Decision {
    candidates = List.copyOf(candidates);
    ties = List.copyOf(ties);
  }

  /** The actions to show, best first. */
  public List<DecidedAction> shown() {
    return candidates.stream().filter(DecidedAction::isShown).toList();
  }

  /** The actions to list after them, each with the sentence of its veto. */
  public List<DecidedAction> vetoed() {
    return candidates.stream().filter(DecidedAction::isVetoed).toList();
  }
}
