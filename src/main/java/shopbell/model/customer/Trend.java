package shopbell.model.customer;

import shopbell.model.ContractWord;

/** The direction of the last answers. */
public enum Trend implements ContractWord {
  UP("up"),
  FLAT("flat"),
  DOWN("down");

  private final String word;

  Trend(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
