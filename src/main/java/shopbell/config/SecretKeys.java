package shopbell.config;

import java.util.Map;
import java.util.regex.Pattern;

/** Knows the keys that hold secrets, and refuses empty ones. */
final class SecretKeys {
  /** A connector's own values are secrets by their names. */
  private static final Pattern SECRET = Pattern.compile(
      "(ingress|sources|deliveries)[.][^.]+[.](set[.].*)?(?i:(.*(key|token|secret|password)))|journey[.]identityVerification|cluster[.]secret");

  private SecretKeys() {}

  /**
   * InvalidConfiguration that names a secret with nothing but blanks and commas: a door, a signature or a receiver
   * would be unprotected without its operator noticing.
   */
  static void check(Map<String, String> given) {
    given.forEach((key, value) -> {
      if (SECRET.matcher(key).matches() && value.matches("[,\\s]*")) {
        throw new InvalidConfiguration(
            key + " is empty. " + InvalidConfiguration.places(key) + ", or leave it out");
      }
    });
  }
}
