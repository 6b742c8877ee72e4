package shopbell.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether the shop's own server vouches for a signed-in visitor: HMAC-SHA256 of the user id in hex, as Intercom's identity
 * verification and others have it. The write key stands in every page, so it vouches for nobody.
 */
public final class IdentityVerification {
  private static final String HMAC = "HmacSHA256";

  private final List<SecretKeySpec> secrets;

  /** {@code list} has commas between secrets, any of which may sign while one is being changed; empty vouches for nobody. */
  public IdentityVerification(String list) {
    secrets = Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(secret -> !secret.isEmpty())
        .map(secret -> new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC))
        .toList();
  }

  /** Whether {@code hash} is the hash of {@code userId}, exactly as it was sent, with one of the secrets. */
  public boolean proves(String userId, String hash) {
    byte[] given = hash.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    return secrets.stream().anyMatch(secret -> MessageDigest.isEqual(hash(secret, userId), given));
  }

  private static byte[] hash(SecretKeySpec secret, String userId) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(secret);
      byte[] hash = mac.doFinal(userId.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).getBytes(StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
  }
}
