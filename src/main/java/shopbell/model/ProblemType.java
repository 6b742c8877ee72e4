package shopbell.model;

/** Refusals that a screen handles by itself; all others are {@code about:blank} (RFC 9457, 4.2.1). */
public enum ProblemType implements ContractWord {
  /** The session was unused for too long. */
  IDLE("urn:shopbell:problem:idle"),
  /** The user must enter the password again, and repeat the call. */
  CONFIRM("urn:shopbell:problem:confirm"),
  /** The password is right; a code of the second factor is required too, or was wrong. */
  CODE("urn:shopbell:problem:code"),
  /** The user's role requires a second factor, and there is none yet. */
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
