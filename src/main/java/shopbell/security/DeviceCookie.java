package shopbell.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import shopbell.config.Hmac;

/**
 * Marks a browser that has signed in as a name before, so that a flood of guesses by strangers does not lock out the
 * owner (OWASP, "Slow down online guessing attacks with device cookies").
 *
 * <p>{@code day.nonce.signature}: HMAC-SHA256 over the day of issue, the nonce and the name. The name itself is not in
 * it.
 */
final class DeviceCookie {
  /** How long a browser stays known after its last sign-in. */
  static final Duration LASTS = Duration.ofDays(90);

  private static final int NONCE_BYTES = 16;

  private final byte[] secret;

  /** {@code secret} is the same at all nodes and after a restart. */
  DeviceCookie(byte[] secret) {
    this.secret = secret.clone();
  }

  /** A new value for a browser on which {@code name} has just signed in. */
  String issue(String name, Instant now) {
    String nonce = Tokens.fresh().substring(0, NONCE_BYTES);
    long day = now.getEpochSecond() / Duration.ofDays(1).toSeconds();
    return day + "." + nonce + "." + signature(name, day, nonce);
  }

  /** The nonce of a valid value issued for {@code name}; empty for any other text. */
  Optional<String> nonce(String value, String name, Instant now) {
    String[] parts = value.split("\\.", -1);
    if (parts.length != 3 || !parts[0].matches("\\d{1,7}")) {
      return Optional.empty();
    }
    long day = Long.parseLong(parts[0]);
    Instant issued = Instant.EPOCH.plus(Duration.ofDays(day));
    boolean signed = MessageDigest.isEqual(
        parts[2].getBytes(StandardCharsets.UTF_8),
        signature(name, day, parts[1]).getBytes(StandardCharsets.UTF_8));
    return signed && issued.plus(LASTS).isAfter(now) ? Optional.of(parts[1]) : Optional.empty();
  }

  private String signature(String name, long day, String nonce) {
    byte[] signed = (day + "." + nonce + "." + name).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Hmac.SHA256.of(secret, signed));
  }
}
