package shopbell.model;

/** The kind of a handle; {@code external} values are {@code system:id}. */
public enum HandleKind implements ContractWord {
  PHONE("phone"),
  EMAIL("email"),
  CUSTOMER_NUMBER("customerNumber"),
  COOKIE("cookie"),
  DEVICE("device"),
  EXTERNAL("external");

  private final String word;

  HandleKind(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
