package shopbell.model.decision;

import shopbell.model.ContractWord;

/** What an agent or a program did with a shown action. */
public enum ResponseKind implements ContractWord {
  ACCEPTED("accepted"),
  /** The customer does not want it. */
  DECLINED("declined"),
  /** Not now; it may be shown again. */
  LATER("later"),
  /** It had been done before it was shown. */
  DONE("done"),
  /** It should not have been shown; the word says why. */
  WRONG("wrong");

  private final String word;

  ResponseKind(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
