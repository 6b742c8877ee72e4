package shopbell.model;

/** Refusals to which a screen reacts by itself; all others are {@code about:blank} (RFC 9457, 4.2.1). */
public enum ProblemType implements ContractWord {
  /** The session was unused for too long. */
  IDLE("urn:shopbell:problem:idle"),
  /** The password is to be given again, and the call to be repeated. */
  CONFIRM("urn:shopbell:problem:confirm"),
  /** The password is right; a code of the second factor is needed too, or was wrong. */
  CODE("urn:shopbell:problem:code"),
  /** The person's role needs a second factor, and there is none yet. */
  ENROL("urn:shopbell:problem:enrol");

  private final String word;

  ProblemType(String word) {
    this.word = word;
  }

  /** The URI. */
  @Override
  public String toString() {
    return word;
  }
}
