package shopbell.model;

/** A person or a company. */
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
