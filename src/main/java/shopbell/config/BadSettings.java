package shopbell.config;

/** The configuration cannot be used; the message says which key, and what to write instead. */
public final class BadSettings extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One clear line for the person who starts the program; never with a secret in it. */
  public BadSettings(String message) {
    super(message, null, false, false);
  }
}
