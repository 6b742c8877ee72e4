package shopbell.config;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hashes (RFC 2104), for signatures with a secret of the configuration. */
public enum Hmac {
  SHA1("HmacSHA1"),
  SHA256("HmacSHA256"),
  SHA512("HmacSHA512");

  private final String algorithm;

  Hmac(String algorithm) {
    this.algorithm = algorithm;
  }

  /** The hash of {@code content}; {@code key} has one byte or more. */
  public byte[] of(byte[] key, byte[] content) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }

  /** The same of texts in UTF-8. */
  public byte[] of(String key, String content) {
    return of(key.getBytes(StandardCharsets.UTF_8), content.getBytes(StandardCharsets.UTF_8));
  }
}
