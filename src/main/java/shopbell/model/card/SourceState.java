package shopbell.model.card;

import shopbell.model.ContractWord;

/** How far one source of a card has got. */
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
