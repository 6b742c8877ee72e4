package shopbell.model;

/** One use of a customer's data that the customer can refuse; {@code docs/privacy.md} has the attribute of each. */
public enum Consent implements ContractWord {
  /** Visits, and the cookies and devices that tie them to a person. */
  JOURNEY("journey"),
  /** Hints for the conversation, likely contact reasons and suggested next steps. */
  CUES("cues"),
  /** The comparison with other customers. */
  PROFILING("profiling");

  private final String word;

  Consent(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
