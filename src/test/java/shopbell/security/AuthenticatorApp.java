package shopbell.security;

import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** An authenticator app with the secret it was shown. */
public record AuthenticatorApp(String secret) {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  /** The code it shows at {@code now}. */
  public String code(Instant now) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int bits = 0;
    int held = 0;
    for (int i = 0; i < secret.length(); i++) {
      held = ((held << 5) | BASE32.indexOf(secret.charAt(i))) & 0xfff;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(held >> bits);
      }
    }
    return new Totp(bytes.toByteArray()).code(now.getEpochSecond() / 30, 6);
  }
}
