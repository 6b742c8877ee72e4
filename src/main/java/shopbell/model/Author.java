package shopbell.model;

/** Who wrote a chat message. */
public enum Author implements Word {
  CUSTOMER("customer"),
  AGENT("agent"),
  SYSTEM("system");

  private final String word;

  Author(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
