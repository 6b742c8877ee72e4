package shopbell.model.decision;

import shopbell.model.ContractWord;

/** How far a version of an action is on its way to the cards. */
public enum ActionState implements ContractWord {
  DRAFT("draft"),
  /** Its use on the contacts of the last 90 days has been looked at. */
  TRIED("tried"),
  /** Shown on cards; of one action at most one version is live. */
  LIVE("live"),
  /** No longer shown; kept for past decisions and effects. */
  RETIRED("retired");

  private final String word;

  ActionState(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }

  /** Whether an administrator can move a version from here to {@code next}. */
  public boolean leadsTo(ActionState next) {
    return switch (this) {
      case DRAFT -> next == TRIED || next == RETIRED;
      case TRIED -> next == LIVE || next == DRAFT || next == RETIRED;
      case LIVE -> next == RETIRED;
      case RETIRED -> next == DRAFT;
    };
  }
}
