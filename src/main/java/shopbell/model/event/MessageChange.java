package shopbell.model.event;

import shopbell.model.ContractWord;

/** What an event says of a message: it is there, its sender has changed it, or taken it back. */
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
