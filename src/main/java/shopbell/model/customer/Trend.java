package shopbell.model.customer;

import shopbell.model.ContractWord;

/** Which way the last answers point. */
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
