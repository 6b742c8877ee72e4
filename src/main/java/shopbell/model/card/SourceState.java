package shopbell.model.card;

import shopbell.model.ContractWord;

/** The progress of one source of a card. */
public enum SourceState implements ContractWord {
  FRESH("fresh"),
  PENDING("pending"),
  STALE("stale"),
  LATE("late"),
  FAILED("failed"),
  OFF("off");

  private final String word;

  SourceState(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
