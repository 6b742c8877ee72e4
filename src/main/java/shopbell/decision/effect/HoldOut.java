package shopbell.decision.effect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import shopbell.model.decision.HoldOutAssignment;

/**
 * Draws which persons do not see an action: HMAC-SHA256 of the scope and the person's id is below the share. Nobody
 * without the key can foresee it, every node draws the same, and scopes are independent of each other.
 */
public final class HoldOut {
  /** The share of persons held out from all actions, unless the installation says otherwise. */
  public static final double USUAL_SHARE = 0.05;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST = 16;
  private static final int UNUSED_BITS = 11;
  private static final double UNIT = 0x1.0p-53;

  private final SecretKeySpec key;

  /** {@code key} has at least 16 bytes, and never changes: another key draws other persons. */
  public HoldOut(byte[] key) {
    if (key.length < SHORTEST) {
      throw new IllegalArgumentException("the key has at least " + SHORTEST + " bytes");
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** The assignment of {@code survivor}; it has to be stored, because {@code share} may change. */
  public HoldOutAssignment assign(UUID survivor, String scope, double share, Instant at) {
    return new HoldOutAssignment(survivor, scope, drawn(survivor, scope) < share, share, at);
  }

  /** From 0, below 1. */
  private double drawn(UUID survivor, String scope) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] hash = mac.doFinal((scope + " " + survivor).getBytes(StandardCharsets.UTF_8));
      return (ByteBuffer.wrap(hash).getLong() >>> UNUSED_BITS) * UNIT;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
