package shopbell.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import shopbell.config.BadSettings;
import shopbell.config.Secret;

/** Signs after Standard Webhooks (standard-webhooks/spec, symmetric {@code v1}): HMAC-SHA256 over id, time and body. */
final class Signature {
  private static final String PREFIX = "whsec_";
  private static final int SHORTEST = 24;
  private static final int LONGEST = 64;

  private final SecretKeySpec key;

  private Signature(SecretKeySpec key) {
    this.key = key;
  }

  /** {@code secret} is {@code whsec_} and 24 to 64 bytes in Base64; BadSettings that names {@code where} otherwise. */
  static Signature by(Secret secret, String where) {
    String text = secret.reveal();
    try {
      byte[] bytes = Base64.getDecoder().decode(text.substring(PREFIX.length()));
      if (text.startsWith(PREFIX) && bytes.length >= SHORTEST && bytes.length <= LONGEST) {
        return new Signature(new SecretKeySpec(bytes, "HmacSHA256"));
      }
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      // said below
    }
    throw new BadSettings(where + ".secret is whsec_ and " + SHORTEST + " to " + LONGEST
        + " random bytes in Base64; openssl rand -base64 32 makes them");
  }

  String of(String id, Instant at, String body) {
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
