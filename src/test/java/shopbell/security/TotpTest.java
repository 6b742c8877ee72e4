package shopbell.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private final Totp totp = new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  /** RFC 6238, appendix B, SHA-1. */
  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void theCodesAreThoseOfTheStandard(long seconds, String code) {
    assertEquals(code, totp.code(seconds / 30, 8));
  }

  @Test
  void aCodeFitsOneStepBeforeAndAfterAndNoOther() {
    Instant now = Instant.ofEpochSecond(1_234_567_890);
    long step = now.getEpochSecond() / 30;
    for (int off = -3; off <= 3; off++) {
      boolean fits = totp.step(totp.code(step + off, 6), now).isPresent();
      assertEquals(Math.abs(off) <= 1, fits, off + " steps");
    }
    assertTrue(totp.step("", now).isEmpty());
    assertTrue(totp.step(totp.code(step, 8), now).isEmpty());
  }

  /** The secret of the standard as RFC 4648 writes it. */
  @Test
  void theSecretIsWrittenInBase32() {
    assertEquals("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", totp.base32());
    assertEquals(32, Totp.fresh().base32().length());
  }
}
