package shopbell.ingress;

import java.util.Optional;

/** Parses one vendor's format; independent of other vendors, of keys, and of later processing. Thread-safe. */
@FunctionalInterface
public interface EventAdapter {
  /** The size limit for one event of any vendor, in bytes. */
  int LARGEST = 1024 * 1024;

  /**
   * The events of {@code request}.
   *
   * @throws shopbell.model.Rejected and nothing else when it cannot be read
   */
  ParsedRequest read(DoorRequest request);

  /** The name of its connector file; empty for one written in Java. */
  default Optional<String> connector() {
    return Optional.empty();
  }

  /** Whether {@link #verify} checks the vendor's signature, so that no key of ours is needed. */
  default boolean signed() {
    return false;
  }

  /** Whether its response contains the address its sender uses, or it checks a signature that covers it. */
  default boolean needsAddress() {
    return false;
  }

  /** UNAUTHENTICATED where the head alone shows that no signature can be valid; {@code head} has no body yet. */
  default void verifyHead(DoorRequest head) {}

  /**
   * UNAUTHENTICATED unless the signature is valid; called before {@link #read}, and before the request is admitted.
   */
  default void verify(DoorRequest request) {}

  /** The size limit for the body, in bytes, given {@code head}. */
  default int largest(DoorRequest head) {
    return LARGEST;
  }

  /** Whether parsing may be slow, so that it is done on a worker. */
  default boolean slow() {
    return false;
  }

  /** The response to a GET that verifies our address; empty at a door without such a GET, FORBIDDEN if it fails. */
  default Optional<String> challenged(DoorRequest request) {
    return Optional.empty();
  }
}
