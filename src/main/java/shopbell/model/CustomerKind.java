package shopbell.model;

/** A human being or a firm. */
public enum CustomerKind implements ContractWord {
  PERSON("person"),
  COMPANY("company");

  private final String word;

  CustomerKind(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
