package shopbell.model.decision;

import shopbell.model.ContractWord;

/** What an action is for; vetoes forbid whole kinds, and reports count by kind. */
public enum ActionKind implements ContractWord {
  /** A service that the company owes to the customer. */
  OWED("owed"),
  /** Keeps a customer who may leave. */
  RETENTION("retention"),
  SALE("sale"),
  INFORMATION("information"),
  /** Asks the customer for a recommendation or a review. */
  ADVOCACY("advocacy"),
  SURVEY("survey");

  private final String word;

  ActionKind(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
