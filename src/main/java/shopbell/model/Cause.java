package shopbell.model;

/** Why an interaction ended. */
public enum Cause implements Word {
  COMPLETED("completed"),
  ABANDONED("abandoned"),
  MISSED("missed"),
  REJECTED("rejected"),
  VOICEMAIL("voicemail"),
  FORWARDED("forwarded"),
  TRANSFERRED("transferred");

  private final String word;

  Cause(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
