package shopbell.config;

/** The configuration cannot be used; the message says which key, and what to write instead. */
public final class InvalidConfiguration extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One clear line for the person who starts the program; never with a secret in it. */
  public InvalidConfiguration(String message) {
    super(message, null, false, false);
  }

  /** A secret that is needed: what for, in a half sentence, and the places where it can be set. */
  public static InvalidConfiguration missing(String key, String use) {
    return new InvalidConfiguration(key + " is missing: " + use + ". " + places(key));
  }

  static String places(String key) {
    String variable = "SHOPBELL_" + ConfigurationKeys.snake(key);
    return "Set it in the file, by the environment variable " + variable
        + ", or name a file that holds it by " + variable + "_FILE";
  }
}
