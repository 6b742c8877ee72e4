package shopbell.model.customer;

import shopbell.model.ContractWord;

/** The state of a promise. */
public enum PromiseState implements ContractWord {
  OPEN("open"),
  KEPT("kept"),
  BROKEN("broken");

  private final String word;

  PromiseState(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
