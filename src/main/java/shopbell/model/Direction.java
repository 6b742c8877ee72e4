package shopbell.model;

/** Which side started it: the customer ({@code in}) or we ({@code out}). */
public enum Direction implements ContractWord {
  IN("in"),
  OUT("out");

  private final String word;

  Direction(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
