package shopbell.model;

/** An enum whose {@code toString} is the word of the public contract; JSON carries that word. */
public interface ContractWord {
  /**
   * The constant of {@code type} that is spelt {@code word}, letter case included.
   *
   * @throws Rejected with {@code SENSELESS} and the allowed words when there is none
   */
  static <E extends Enum<E> & ContractWord> E of(Class<E> type, String word) {
    for (E constant : type.getEnumConstants()) {
      if (constant.toString().equals(word)) {
        return constant;
      }
    }
    throw new Rejected(
        Rejected.Reason.SENSELESS,
        "not a known word; use one of " + java.util.Arrays.toString(type.getEnumConstants()));
  }
}
