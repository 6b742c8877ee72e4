package shopbell.model;

/** A user's permissions; each role includes the one before. */
public enum Role implements ContractWord {
  AGENT("agent"),
  SUPERVISOR("supervisor"),
  ADMIN("admin");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
