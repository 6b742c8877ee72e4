package shopbell.model.decision;

import java.util.Optional;

/**
 * What an action is to achieve, and what that is worth.
 *
 * @param value of one success
 * @param cost of one accepted action, in the unit of {@code value}
 * @param success empty for an action without a measured effect; it is then judged by agents' answers alone
 */
public record ActionGoal(
    Worth value, Worth cost, Optional<SuccessDefinition> success, StatedEvidence evidence) {
  /** Nothing is measured, and nothing is earned. */
  public static final ActionGoal NONE =
      new ActionGoal(Worth.NOTHING, Worth.NOTHING, Optional.empty(), StatedEvidence.NONE);

  public ActionGoal {
    if (!value.comparable(cost)) {
      throw new IllegalArgumentException("value and cost have one unit");
    }
  }
}
