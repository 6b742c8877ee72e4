package shopbell.model.event;

import shopbell.model.ContractWord;

/** Which party wrote a chat message. */
public enum MessageAuthor implements ContractWord {
  CUSTOMER("customer"),
  AGENT("agent"),
  SYSTEM("system");

  private final String word;

  MessageAuthor(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
