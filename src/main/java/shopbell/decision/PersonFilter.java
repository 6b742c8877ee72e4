package shopbell.decision;

import java.time.Instant;
import java.util.Optional;
import shopbell.model.decision.Action;
import shopbell.model.decision.Exclusion;
import shopbell.model.decision.ExclusionReason;
import shopbell.model.decision.FrequencyCap;
import shopbell.model.decision.HoldOutAssignment;
import shopbell.model.decision.PersonHistory;

/** Whether this person may be shown an action again, or is held out from it. */
final class PersonFilter {
  private final DecisionInput input;

  PersonFilter(DecisionInput input) {
    this.input = input;
  }

  /** The cap, then the cooling-off; the own decision does not count, so that the same contact keeps its actions. */
  Optional<Exclusion> exclusion(Action action) {
    if (action.limits().mandatory()) {
      return Optional.empty();
    }
    Instant now = input.facts().at();
    PersonHistory history = input.history();
    Optional<FrequencyCap> reached = action
        .limits()
        .cap()
        .filter(cap ->
            history.times(action.name(), input.request().id(), cap.within(), now) >= cap.times());
    if (reached.isPresent()) {
      return reached.map(
          cap -> new Exclusion(ExclusionReason.CAP_REACHED, cap.times() + " in " + cap.within()));
    }
    return history
        .lastDeclined(action.name())
        .map(at -> at.plus(action.limits().coolingOff()))
        .filter(now::isBefore)
        .map(until -> new Exclusion(ExclusionReason.COOLING_OFF, until.toString()));
  }

  /** By its own hold-out, or that of all actions. */
  boolean heldOut(Action action) {
    return !action.limits().mandatory()
        && (heldOut(action.name()) || heldOut(HoldOutAssignment.ALL));
  }

  private boolean heldOut(String scope) {
    return HoldOutAssignment.holding(input.holdOuts(), scope)
        .filter(HoldOutAssignment::heldOut)
        .isPresent();
  }
}
