package shopbell.model.interaction;

import shopbell.model.ContractWord;

/**
 * The state of an interaction; later constants are later in its life, and it never goes back across QUEUED, RINGING,
 * talking (ACTIVE and HELD), WRAP_UP, CLOSED.
 */
public enum InteractionState implements ContractWord {
  QUEUED("queued"),
  RINGING("ringing"),
  ACTIVE("active"),
  HELD("held"),
  WRAP_UP("wrap-up"),
  CLOSED("closed");

  private final String word;

  InteractionState(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
