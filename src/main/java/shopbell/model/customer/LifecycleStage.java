package shopbell.model.customer;

import shopbell.model.ContractWord;

/** The stage of the relationship between customer and shop. */
public enum LifecycleStage implements ContractWord {
  AWARENESS("awareness"),
  INTEREST("interest"),
  PREFERENCE("preference"),
  PURCHASE("purchase"),
  LOYALTY("loyalty"),
  ADVOCACY("advocacy");

  private final String word;

  LifecycleStage(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
