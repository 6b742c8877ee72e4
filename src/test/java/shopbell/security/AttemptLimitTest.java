package shopbell.security;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import shopbell.model.Rejected;

class AttemptLimitTest {
  private final AttemptLimit limit =
      new AttemptLimit(3, Duration.ofSeconds(10), Duration.ofSeconds(60));
  private Instant now = Instant.parse("2026-11-30T09:00:00Z");

  @Test
  void eachFailureBehindTheFreeOnesDoublesTheWaitUpToTheLongest() {
    for (int free = 0; free < 3; free++) {
      limit.attempt("anna", now);
    }
    for (int seconds : new int[] {10, 20, 40, 60, 60}) {
      assertEquals(Duration.ofSeconds(seconds), refused("anna"));
      now = now.plusSeconds(seconds);
      limit.attempt("anna", now);
    }
  }

  @Test
  void aRefusedAttemptDoesNotProlongTheWait() {
    for (int free = 0; free < 3; free++) {
      limit.attempt("anna", now);
    }
    refused("anna");
    now = now.plusSeconds(9);
    assertEquals(Duration.ofSeconds(1), refused("anna"));
  }

  @Test
  void aSuccessForgetsTheFailuresOfThisKeyAlone() {
    for (int free = 0; free < 3; free++) {
      limit.attempt("anna", now);
      limit.attempt("ben", now);
    }
    limit.succeeded("anna");
    assertDoesNotThrow(() -> limit.attempt("anna", now));
    refused("ben");
  }

  @Test
  void aKeyThatHasBeenQuietStartsAnew() {
    for (int free = 0; free < 3; free++) {
      limit.attempt("anna", now);
    }
    now = now.plus(AttemptLimit.FORGOTTEN).plusSeconds(1);
    assertDoesNotThrow(() -> limit.attempt("anna", now));
  }

  private Duration refused(String key) {
    Rejected refused = assertThrows(Rejected.class, () -> limit.attempt(key, now));
    assertEquals(Rejected.Reason.TOO_MANY, refused.reason());
    return refused.retryAfter().orElseThrow();
  }
}
