package shopbell.ingress;

import java.util.Optional;

/** Parses one vendor's format; independent of other vendors, of keys, and of later processing. Thread-safe. */
@FunctionalInterface
public interface EventAdapter {
  /** The size limit for one event of any vendor, in bytes. */
  int LARGEST = 1024 * 1024;

  /**
   * What {@code request} says, in our words.
   *
   * @throws shopbell.model.Rejected and nothing else when it cannot be read
   */
  ParsedRequest read(DoorRequest request);

  /** The name of the connector's file behind it; empty for one written in Java. */
  default Optional<String> connector() {
    return Optional.empty();
  }

  /** Whether {@link #verify} checks the vendor's signature, so that no key of ours is needed. */
  default boolean signed() {
    return false;
  }

  /** Whether it answers with the address its sender reaches it at, or checks a signature that covers it. */
  default boolean needsAddress() {
    return false;
  }

  /** UNAUTHENTICATED where the head alone shows that no signature can fit; {@code head} has no body yet. */
  default void verifyHead(DoorRequest head) {}

  /**
   * UNAUTHENTICATED unless the signature is valid; called before {@link #read}, and before the request is admitted.
   */
  default void verify(DoorRequest request) {}

  /** The largest body it has a use for, in bytes, by what {@code head} says of it. */
  default int largest(DoorRequest head) {
    return LARGEST;
  }

  /** Whether reading may take longer than a moment, so that it is done on a worker. */
  default boolean slow() {
    return false;
  }

  /** What a GET that is to prove our address is answered with; empty at a door that is never asked, FORBIDDEN if it fails. */
  default Optional<String> challenged(DoorRequest request) {
    return Optional.empty();
  }
}
