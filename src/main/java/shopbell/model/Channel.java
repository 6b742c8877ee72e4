package shopbell.model;

/** By which way a customer talks to us. */
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
