package shopbell.model.event;

import shopbell.model.ContractWord;

/** What happened to a message: it was sent, edited or deleted. */
public enum MessageChange implements ContractWord {
  SENT("sent"),
  EDITED("edited"),
  DELETED("deleted");

  private final String word;

  MessageChange(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
