package shopbell.model;

/** The urgency of a ticket. */
public enum Priority implements ContractWord {
  LOW("low"),
  NORMAL("normal"),
  HIGH("high"),
  CRITICAL("critical");

  private final String word;

  Priority(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
