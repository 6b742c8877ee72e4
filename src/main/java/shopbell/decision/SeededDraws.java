package shopbell.decision;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * Random numbers that depend on the decision's id and a name alone: every card of one contact has the same ones, and a
 * replay on any machine too.
 */
final class SeededDraws {
  private static final double UNIT = 0x1.0p-53;
  private static final int UNUSED_BITS = 11;

  private final UUID decision;

  SeededDraws(UUID decision) {
    this.decision = decision;
  }

  /** From 0, below 1. */
  double uniform(String name) {
    return uniform(hash(name), 0);
  }

  /** A draw of the standard normal distribution (Box and Muller, 1958). */
  double normal(String name) {
    byte[] hash = hash(name);
    double distance = Math.sqrt(-2 * StrictMath.log(1 - uniform(hash, 0)));
    return distance * StrictMath.cos(2 * Math.PI * uniform(hash, Long.BYTES));
  }

  private byte[] hash(String name) {
    MessageDigest sha256 = InputDigest.sha256();
    sha256.update((decision + " " + name).getBytes(StandardCharsets.UTF_8));
    return sha256.digest();
  }

  private static double uniform(byte[] hash, int from) {
    long bits = ByteBuffer.wrap(hash).getLong(from);
    return (bits >>> UNUSED_BITS) * UNIT;
  }
}
