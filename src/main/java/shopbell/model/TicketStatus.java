package shopbell.model;

/** Whether the customer still waits for an answer. */
public enum TicketStatus implements ContractWord {
  OPEN("open"),
  PENDING("pending"),
  CLOSED("closed");

  private final String word;

  TicketStatus(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
