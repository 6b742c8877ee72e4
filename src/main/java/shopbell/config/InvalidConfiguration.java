package shopbell.config;

/** An error in the configuration; the message names the key and the valid values. */
public final class InvalidConfiguration extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One clear line for the operator; never with a secret in it. */
  public InvalidConfiguration(String message) {
    super(message, null, false, false);
  }

  /** A missing secret: its use, in a half sentence, and the places where it can be set. */
  public static InvalidConfiguration missing(String key, String use) {
    return new InvalidConfiguration(key + " is missing: " + use + ". " + places(key));
  }

  static String places(String key) {
    String variable = "SHOPBELL_" + ConfigurationKeys.snake(key);
    return "Set it in the file, by the environment variable " + variable
        + ", or name a file that holds it by " + variable + "_FILE";
  }
}
