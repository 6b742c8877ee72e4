package shopbell.config;

import java.util.Map;
import java.util.regex.Pattern;

/** Which keys of the configuration hold secrets, and that none of them is written down empty. */
final class SecretKeys {
  /** Values of a connector's own are secrets by their names. */
  private static final Pattern SECRET = Pattern.compile(
      "(ingress|sources|deliveries)[.][^.]+[.](set[.].*)?(?i:(.*(key|token|secret|password)))|journey[.]identityVerification|cluster[.]secret");

  private SecretKeys() {}

  /**
   * BadSettings that names a secret which is given and has nothing in it but blanks and commas: a door, a signature or a
   * receiver that its operator takes for protected would not be.
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
