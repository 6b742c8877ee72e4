package shopbell.model.customer;

import shopbell.model.ContractWord;

/**
 * How sure the match is; {@code known} and {@code likely} name one customer, {@code ambiguous} several, {@code unknown}
 * none.
 */
public enum MatchStatus implements ContractWord {
  KNOWN("known"),
  LIKELY("likely"),
  AMBIGUOUS("ambiguous"),
  UNKNOWN("unknown");

  private final String word;

  MatchStatus(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
