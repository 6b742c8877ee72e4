package shopbell.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceCookieTest {
  private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");
  private final DeviceCookie cookies = new DeviceCookie(new byte[32]);

  @Test
  void aBrowserIsKnownForTheNameThatSignedInThereAndForNoOther() {
    String value = cookies.issue("anna", NOW);
    assertTrue(cookies.nonce(value, "anna", NOW).isPresent());
    assertEquals(Optional.empty(), cookies.nonce(value, "ben", NOW));
    assertFalse(value.contains("anna"));
  }

  @Test
  void itIsAStrangerAgainAfterNinetyDays() {
    String value = cookies.issue("anna", NOW);
    Instant later = NOW.plus(DeviceCookie.LASTS);
    assertEquals(Optional.empty(), cookies.nonce(value, "anna", later));
  }

  @Test
  void aValueSignedWithAnotherSecretOrChangedIsNone() {
    byte[] other = new byte[32];
    other[0] = 1;
    String value = cookies.issue("anna", NOW);
    assertEquals(Optional.empty(), new DeviceCookie(other).nonce(value, "anna", NOW));
    String later = value.replaceFirst("^\\d+", "99999");
    assertEquals(Optional.empty(), cookies.nonce(later, "anna", NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a.b.c", "1.2", "99999999999.x.y", "1.2.3.4"})
  void anyOtherTextIsNone(String text) {
    assertEquals(Optional.empty(), cookies.nonce(text, "anna", NOW));
  }
}
