package shopbell.model;

/** Which question was asked: would you recommend us (0 to 10), were you satisfied (1 to 5), was it easy (1 to 7). */
public enum FeedbackKind implements ContractWord {
  NPS("nps"),
  CSAT("csat"),
  CES("ces");

  private final String word;

  FeedbackKind(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
