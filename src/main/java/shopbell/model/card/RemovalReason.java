package shopbell.model.card;

import shopbell.model.ContractWord;

/** Why a card was removed from an agent's desk. */
public enum RemovalReason implements ContractWord {
  ANSWERED_ELSEWHERE("answered-elsewhere"),
  ABANDONED("abandoned"),
  MISSED("missed"),
  TRANSFERRED("transferred"),
  CLOSED("closed");

  private final String word;

  RemovalReason(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
