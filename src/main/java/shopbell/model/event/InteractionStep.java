package shopbell.model.event;

import shopbell.model.ContractWord;

/**
 * What a telephony or chat system reports about an interaction; at the same instant, the earlier constant comes first.
 * WITHDRAWN: these agents are no longer rung.
 */
public enum InteractionStep implements ContractWord {
  QUEUED("queued"),
  RINGING("ringing"),
  WITHDRAWN("withdrawn"),
  ANSWERED("answered"),
  HELD("held"),
  RESUMED("resumed"),
  TRANSFERRED("transferred"),
  ENDED("ended");

  private final String word;

  InteractionStep(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
