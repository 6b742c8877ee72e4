package shopbell.model;

/** What a person may do here; each includes the one before. */
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
