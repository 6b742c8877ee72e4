package shopbell.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void thePausesGrowAndEndAfterAboutThreeDays() {
    Duration all = Duration.ZERO;
    Duration last = Duration.ZERO;
    for (int attempts = 1; Backoff.after(attempts).isPresent(); attempts++) {
      Duration pause = Backoff.after(attempts).orElseThrow();
      assertTrue(pause.compareTo(last) > 0);
      last = pause;
      all = all.plus(pause);
    }
    assertEquals(3, all.toDays());
  }

  @Test
  void whoIsAwayForAMinuteIsAskedAgainWithinAnother() {
    Duration afterFour = IntStream.rangeClosed(1, 4)
        .mapToObj(Backoff::after)
        .map(Optional::orElseThrow)
        .reduce(Duration.ZERO, Duration::plus);
    assertTrue(afterFour.compareTo(Duration.ofMinutes(2)) < 0);
  }
}
