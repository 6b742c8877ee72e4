package shopbell.decision.effect;

import java.util.Collection;
import java.util.List;
import shopbell.model.decision.DecidedAction;
import shopbell.model.decision.Decision;
import shopbell.model.decision.Estimate;

/**
 * What a veto has cost: actions that it kept from the cards, and the benefit that was expected of them.
 *
 * @param notShown how many actions, one for each decision
 * @param benefit in the unit of the actions' values; benefits below zero count as nothing
 */
public record VetoPrice(String veto, long notShown, double benefit) {
  /** The price of the veto {@code veto} in {@code decisions}. */
  public static VetoPrice of(String veto, Collection<Decision> decisions) {
    List<DecidedAction> kept = decisions.stream()
        .flatMap(decision -> decision.vetoed().stream())
        .filter(one -> one.exclusion().orElseThrow().detail().equals(veto))
        .toList();
    double benefit = kept.stream()
        .flatMap(one -> one.estimate().stream())
        .mapToDouble(Estimate::benefit)
        .map(one -> Math.max(0, one))
        .sum();
    return new VetoPrice(veto, kept.size(), benefit);
  }
}
