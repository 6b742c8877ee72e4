package shopbell.model;

/** Why a card left an agent's desk. */
public enum GoneReason implements Word {
  ANSWERED_ELSEWHERE("answered-elsewhere"),
  ABANDONED("abandoned"),
  MISSED("missed"),
  TRANSFERRED("transferred"),
  CLOSED("closed");

  private final String word;

  GoneReason(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
