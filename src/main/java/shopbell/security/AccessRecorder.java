package shopbell.security;

/** Records every access to a customer's data, asynchronously. Thread-safe. */
@FunctionalInterface
public interface AccessRecorder {
  /** Returns at once; equal accesses within a minute count as one. */
  void saw(AccessEntry accessEntry);
}
