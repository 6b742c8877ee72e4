package shopbell.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopbell.config.Hmac;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Secret;

/**
 * Signs after Standard Webhooks (standard-webhooks/spec, symmetric {@code v1}): HMAC-SHA256 over id, time and body.
 */
final class WebhookSignature {
  private static final String PREFIX = "whsec_";
  private static final int SHORTEST = 24;
  private static final int LONGEST = 64;

  private final List<byte[]> keys;

  private WebhookSignature(List<byte[]> keys) {
    this.keys = keys;
  }

  /**
   * {@code secret} is {@code whsec_} and 24 to 64 bytes in Base64, or several of these separated by commas during a
   * change; InvalidConfiguration that names {@code where} otherwise.
   */
  static WebhookSignature by(Secret secret, String where) {
    return new WebhookSignature(Stream.of(secret.reveal().split(","))
        .map(one -> key(one.strip(), where))
        .toList());
  }

  private static byte[] key(String text, String where) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.substring(PREFIX.length()));
      if (text.startsWith(PREFIX) && bytes.length >= SHORTEST && bytes.length <= LONGEST) {
        return bytes;
      }
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      // reported below
    }
    throw new InvalidConfiguration(where + ".secret is whsec_ and " + SHORTEST + " to " + LONGEST
        + " random bytes in Base64; openssl rand -base64 32 makes them");
  }

  /** One signature for each secret, separated by blanks: the receiver accepts the one it has the secret of. */
  String of(String id, Instant at, String body) {
    return keys.stream().map(key -> of(key, id, at, body)).collect(Collectors.joining(" "));
  }

  private static String of(byte[] key, String id, Instant at, String body) {
    String signed = id + "." + at.getEpochSecond() + "." + body;
    byte[] hash = Hmac.SHA256.of(key, signed.getBytes(StandardCharsets.UTF_8));
    return "v1," + Base64.getEncoder().encodeToString(hash);
  }
}
