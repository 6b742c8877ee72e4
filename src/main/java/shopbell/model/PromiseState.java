package shopbell.model;

/** What became of a promise. */
public enum PromiseState implements Word {
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
