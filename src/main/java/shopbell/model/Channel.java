package shopbell.model;

/** The medium of a contact. */
public enum Channel implements ContractWord {
  CALL("call"),
  CHAT("chat"),
  MESSAGE("message"),
  EMAIL("email");

  private final String word;

  Channel(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
