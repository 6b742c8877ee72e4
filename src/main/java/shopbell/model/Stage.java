package shopbell.model;

/** Where the relationship stands. */
public enum Stage implements Word {
  AWARENESS("awareness"),
  INTEREST("interest"),
  PREFERENCE("preference"),
  PURCHASE("purchase"),
  LOYALTY("loyalty"),
  ADVOCACY("advocacy");

  private final String word;

  Stage(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
