package shopbell.model;

/** How prominently a notice is shown. */
public enum Severity implements ContractWord {
  INFO("info"),
  WARNING("warning"),
  CRITICAL("critical");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
