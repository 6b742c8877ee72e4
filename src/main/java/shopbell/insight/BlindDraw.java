package shopbell.insight;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Draws the contacts whose predictions are hidden until wrap-up: by a keyed hash of their id, so that each server and
 * each restart draws the same ones, and a sender that chooses ids cannot choose who is drawn.
 */
public final class BlindDraw {
  private static final int BITS = 53;

  private final byte[] key;
  private final double share;

  /**
   * With a secret of the server.
   *
   * @param share of contacts that are drawn, 0 to 1
   */
  public BlindDraw(byte[] key, double share) {
    this.key = key.clone();
    this.share = share;
  }

  /** Draws nothing, until the secret is known. */
  public static BlindDraw none() {
    return new BlindDraw(new byte[1], 0);
  }

  /** Whether {@code interaction} is drawn. */
  public boolean draws(UUID interaction) {
    long bits = ByteBuffer.wrap(hash(interaction)).getLong() >>> (Long.SIZE - BITS);
    return bits < share * (1L << BITS);
  }

  private byte[] hash(UUID interaction) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(interaction.toString().getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
