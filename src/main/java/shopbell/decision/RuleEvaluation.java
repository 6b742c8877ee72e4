package shopbell.decision;

import java.util.Optional;
import shopbell.model.decision.Action;
import shopbell.model.decision.ActionTexts;
import shopbell.model.decision.Exclusion;
import shopbell.model.decision.LocalText;
import shopbell.model.decision.Veto;

/**
 * The rules and placeholders of a catalogue over the facts of one contact. A rule that fails is never thrown: it counts
 * as "no". {@code decision.library} implements it with JSONata; it may take as long as its limit, so it does not run on
 * an event loop.
 */
public interface RuleEvaluation {
  /** The first of the action's three rules that is not met, with its part; empty when all are met. */
  Optional<Exclusion> refusal(Action action);

  /** The filled sentence of {@code veto} while its rule holds; empty when it is not raised. */
  Optional<LocalText> raised(Veto veto);

  /** The texts of {@code action} with their placeholders filled; a placeholder that fails leaves an ellipsis. */
  ActionTexts filled(Action action);
}
