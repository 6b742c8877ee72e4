package shopbell.model.event;

import shopbell.model.ContractWord;

/** Why an interaction ended. */
public enum EndCause implements ContractWord {
  COMPLETED("completed"),
  ABANDONED("abandoned"),
  MISSED("missed"),
  REJECTED("rejected"),
  VOICEMAIL("voicemail"),
  FORWARDED("forwarded"),
  TRANSFERRED("transferred");

  private final String word;

  EndCause(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
