package shopbell.model.decision;

import shopbell.model.ContractWord;

/** Why an action is not shown; in the order in which the reasons are looked at. */
public enum ExclusionReason implements ContractWord {
  /** The customer refuses profiling: no prediction and no decision. */
  PROFILING_REFUSED("profiling-refused"),
  NOT_STARTED("not-started"),
  ENDED("ended"),
  OTHER_CHANNEL("other-channel"),
  OTHER_QUEUE("other-queue"),
  /** None of the contact's reasons is one of the action's. */
  OTHER_REASON("other-reason"),
  NOT_ELIGIBLE("not-eligible"),
  NOT_APPLICABLE("not-applicable"),
  NOT_SUITABLE("not-suitable"),
  /** A rule failed or took too long; it counts as "no". */
  RULE_FAILED("rule-failed"),
  /** Shown with its reason on the card. */
  VETO("veto"),
  CAP_REACHED("cap-reached"),
  COOLING_OFF("cooling-off"),
  /** Not told to agents: their behaviour would change the measurement. */
  HELD_OUT("held-out"),
  /** It was expected to cost more than it brings. */
  NOT_WORTHWHILE("not-worthwhile"),
  /** Others were expected to help more. */
  RANKED_LOWER("ranked-lower");

  private final String word;

  ExclusionReason(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
