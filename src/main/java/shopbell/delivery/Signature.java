package shopbell.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import shopbell.config.BadSettings;
import shopbell.config.Secret;

/** Signs after Standard Webhooks (standard-webhooks/spec, symmetric {@code v1}): HMAC-SHA256 over id, time and body. */
final class Signature {
  private static final String PREFIX = "whsec_";
  private static final int SHORTEST = 24;
  private static final int LONGEST = 64;

  private final List<SecretKeySpec> keys;

  private Signature(List<SecretKeySpec> keys) {
    this.keys = keys;
  }

  /**
   * {@code secret} is {@code whsec_} and 24 to 64 bytes in Base64, or several of these with commas between them while one is
   * changed; BadSettings that names {@code where} otherwise.
   */
  static Signature by(Secret secret, String where) {
    return new Signature(Stream.of(secret.reveal().split(","))
        .map(one -> key(one.strip(), where))
        .toList());
  }

  private static SecretKeySpec key(String text, String where) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.substring(PREFIX.length()));
      if (text.startsWith(PREFIX) && bytes.length >= SHORTEST && bytes.length <= LONGEST) {
        return new SecretKeySpec(bytes, "HmacSHA256");
      }
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      // said below
    }
    throw new BadSettings(where + ".secret is whsec_ and " + SHORTEST + " to " + LONGEST
        + " random bytes in Base64; openssl rand -base64 32 makes them");
  }

  /** One signature for each secret, with blanks between them: the receiver takes whichever it knows. */
  String of(String id, Instant at, String body) {
    return keys.stream().map(key -> of(key, id, at, body)).collect(Collectors.joining(" "));
  }

  private static String of(SecretKeySpec key, String id, Instant at, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] signed = mac.doFinal(
          (id + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }
}
