package shopbell.ingress.connector;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import shopbell.config.Hmac;
import shopbell.connector.SignatureSpec.Algorithm;
import shopbell.connector.SignatureSpec.Encoding;

/** The cryptography of signatures; undecodable values never match. */
final class SignatureAlgorithms {
  /** The prefix of the 32 bytes of a bare Ed25519 key in its X.509 form (RFC 8410). */
  private static final byte[] KEY_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final int BARE_KEY = 32;

  private SignatureAlgorithms() {}

  static Optional<byte[]> decoded(Encoding encoding, String text) {
    try {
      return Optional.of(
          encoding == Encoding.HEX
              ? HexFormat.of().parseHex(text)
              : Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/')));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** In constant time. */
  static boolean same(byte[] a, byte[] b) {
    return MessageDigest.isEqual(a, b);
  }

  static boolean same(String a, String b) {
    return same(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] hmac(Algorithm algorithm, byte[] key, byte[] content) {
    Hmac hmac = switch (algorithm) {
      case HMAC_SHA1 -> Hmac.SHA1;
      case HMAC_SHA512 -> Hmac.SHA512;
      default -> Hmac.SHA256;
    };
    return hmac.of(key, content);
  }

  static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** {@code key} is Base64 or hex of the bare public key, or of its X.509 form. */
  static boolean ed25519(String key, byte[] signature, byte[] content) {
    try {
      byte[] given =
          decoded(Encoding.HEX, key).or(() -> decoded(Encoding.BASE64, key)).orElse(new byte[0]);
      byte[] form = Arrays.copyOf(KEY_HEAD, KEY_HEAD.length + BARE_KEY);
      if (given.length == BARE_KEY) {
        System.arraycopy(given, 0, form, KEY_HEAD.length, BARE_KEY);
      } else {
        form = given;
      }
      PublicKey known =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(form));
      java.security.Signature check = java.security.Signature.getInstance("Ed25519");
      check.initVerify(known);
      check.update(content);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
