package shopbell.ingress;

import java.util.Optional;

/** One vendor's language; knows nothing of other vendors, of keys, or of what happens next. Thread-safe. */
@FunctionalInterface
public interface EventAdapter {
  /**
   * What {@code request} says, in our words.
   *
   * @throws shopbell.model.Rejected and nothing else when it cannot be read, or its signature does not fit
   */
  Reading read(DoorRequest request);

  /** Whether {@link #verify} or {@link #read} checks the vendor's signature, so that no key of ours is needed. */
  default boolean signed() {
    return false;
  }

  /** UNAUTHENTICATED unless its signature fits, where that can be known without reading it. */
  default void verify(DoorRequest request) {}

  /** Whether reading may take longer than a moment, so that it is done on a worker. */
  default boolean slow() {
    return false;
  }

  /** What a GET that is to prove our address is answered with; empty at a door that is never asked, FORBIDDEN if it fails. */
  default Optional<String> challenged(DoorRequest request) {
    return Optional.empty();
  }
}
