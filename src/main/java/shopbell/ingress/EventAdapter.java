package shopbell.ingress;

/** One vendor's language; knows nothing of other vendors, of keys, or of what happens next. Thread-safe. */
@FunctionalInterface
public interface EventAdapter {
  /**
   * What {@code request} says, in our words.
   *
   * @throws shopbell.model.Rejected and nothing else when it cannot be read, or its signature does not fit
   */
  Reading read(DoorRequest request);

  /** Whether {@link #read} checks the vendor's signature, so that no key of ours is needed. */
  default boolean signed() {
    return false;
  }
}
