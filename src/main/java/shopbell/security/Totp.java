package shopbell.security;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import shopbell.config.Hmac;

/** Codes of six digits that change every 30 seconds (RFC 6238 with HMAC-SHA-1, as all apps know it). */
public final class Totp {
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int DIGITS = 6;
  private static final int SECRET_BYTES = 20;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] secret;

  /** {@code secret} has 160 random bits. */
  public Totp(byte[] secret) {
    this.secret = secret.clone();
  }

  byte[] secret() {
    return secret.clone();
  }

  static Totp fresh() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return new Totp(secret);
  }

  /** The step of {@code now}, or the one before or after it, whose code this is: clocks are not quite the same. */
  OptionalLong step(String code, Instant now) {
    long present = now.getEpochSecond() / STEP.toSeconds();
    return LongStream.rangeClosed(present - 1, present + 1)
        .filter(step -> code(step, DIGITS).equals(code))
        .findFirst();
  }

  /** RFC 4226, 5.3. */
  String code(long step, int digits) {
    byte[] hash =
        Hmac.SHA1.of(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = hash[hash.length - 1] & 0xf;
    int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
    return String.format(Locale.ROOT, "%0" + digits + "d", number % (long) Math.pow(10, digits));
  }

  /** The secret as people type it (RFC 4648, 6). */
  String base32() {
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte next : secret) {
      held = ((held << 8) | (next & 0xff)) & 0xfff;
      for (bits += 8; bits >= 5; bits -= 5) {
        text.append(BASE32.charAt((held >> (bits - 5)) & 0x1f));
      }
    }
    return text.toString();
  }
}
