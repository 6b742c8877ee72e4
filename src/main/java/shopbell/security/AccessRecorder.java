package shopbell.security;

/** Told of every look at a customer; keeps it soon, and nobody waits for it. Thread-safe. */
@FunctionalInterface
public interface AccessRecorder {
  /** Returns at once; the same look within a minute is one look. */
  void saw(AccessEntry accessEntry);
}
