package shopbell.model;

/** What a telephony or chat system says has happened to an interaction. */
public enum Step implements Word {
  QUEUED("queued"),
  RINGING("ringing"),
  ANSWERED("answered"),
  HELD("held"),
  RESUMED("resumed"),
  TRANSFERRED("transferred"),
  ENDED("ended");

  private final String word;

  Step(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
