package shopbell.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import shopbell.config.Hmac;
import shopbell.config.Secret;

/**
 * Checks whether the shop's own server vouches for a signed-in visitor: HMAC-SHA256 of the user id in hex, as in
 * Intercom's identity verification and others. The write key is public in every page, so it proves nothing.
 *
 * @param secret one or several, any of which may sign; an empty one accepts no signature
 */
public record IdentityVerification(Secret secret) {
  /** Whether {@code hash} is the hash of {@code userId}, exactly as it was sent, with one of the secrets. */
  public boolean proves(String userId, String hash) {
    byte[] given = hash.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    return secret.each().stream()
        .map(one -> HexFormat.of().formatHex(Hmac.SHA256.of(one, userId)))
        .anyMatch(own -> MessageDigest.isEqual(own.getBytes(StandardCharsets.UTF_8), given));
  }
}
