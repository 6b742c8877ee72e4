package shopbell.model;

/** Where an interaction stands; later constants are later in its life, and it never goes back across QUEUED, RINGING, talking (ACTIVE and HELD), WRAP_UP, CLOSED. */
public enum State implements Word {
  QUEUED("queued"),
  RINGING("ringing"),
  ACTIVE("active"),
  HELD("held"),
  WRAP_UP("wrap-up"),
  CLOSED("closed");

  private final String word;

  State(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
