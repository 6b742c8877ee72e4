package shopbell.nextaction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import shopbell.decision.effect.HoldOut;
import shopbell.model.decision.Action;
import shopbell.model.decision.ActionVersion;
import shopbell.model.decision.HoldOutAssignment;

/**
 * Which actions a person does not see.
 *
 * @param share that of the installation
 */
record HoldOutGroups(Optional<HoldOut> holdOut, double share) {
  /** The assignments {@code known} of the person, and a new one for each action that has none. */
  List<HoldOutAssignment> completed(
      List<HoldOutAssignment> known, List<ActionVersion> actions, UUID survivor, Instant now) {
    List<HoldOutAssignment> all = new ArrayList<>(known);
    holdOut.ifPresent(draw -> actions.stream()
        .map(ActionVersion::action)
        .filter(action -> share(action) > 0)
        .filter(action -> HoldOutAssignment.holding(known, action.name()).isEmpty())
        .forEach(action -> all.add(draw.assign(survivor, action.name(), share(action), now))));
    return all;
  }

  /** Of {@code completed}, those to be stored: new ones of actions that came so far that it mattered. */
  static List<HoldOutAssignment> used(
      List<HoldOutAssignment> completed, List<HoldOutAssignment> known, Stream<String> actions) {
    List<String> names = actions.toList();
    return completed.stream()
        .filter(one -> !known.contains(one) && names.contains(one.scope()))
        .toList();
  }

  private double share(Action action) {
    return action.limits().mandatory() ? 0 : action.limits().holdOut().orElse(share);
  }
}
