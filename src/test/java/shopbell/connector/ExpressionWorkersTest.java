package shopbell.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;
import shopbell.model.Rejected;

class ExpressionWorkersTest {
  private static final Expression STUCK = Expression.compile("$wait('')");
  private static final Expression WELL = Expression.compile("1 + 1");

  /** Ignores interrupts, as a loop inside a library would. */
  private static Function<Object, Object> until(CountDownLatch end) {
    return given -> {
      while (end.getCount() > 0) {
        Thread.onSpinWait();
      }
      return given;
    };
  }

  @Test
  void oneThatDoesNotComeBackIsCountedAndReplaced() {
    ExpressionWorkers workers = new ExpressionWorkers(1, Duration.ofMillis(200));
    CountDownLatch end = new CountDownLatch(1);
    long before = ExpressionWorkers.leftBehind();
    for (int stuck = 1; stuck <= 3; stuck++) {
      ConnectorError late = assertThrows(
          ConnectorError.class,
          () -> STUCK.evaluate(Map.of(), Map.of("wait", until(end)), workers));
      assertEquals(
          "the expression did not come back in time and was left behind", late.getMessage());
      assertEquals(2, ((Number) WELL.evaluate(Map.of(), Map.of(), workers)).intValue());
    }
    assertTrue(ExpressionWorkers.leftBehind() >= before + 3);
    end.countDown();
    assertEquals(2, ((Number) WELL.evaluate(Map.of(), Map.of(), workers)).intValue());
  }

  @Test
  void whoDoesNotComeToTheirTurnHearsThatItIsCrowded() {
    ExpressionWorkers nobody = new ExpressionWorkers(0, Duration.ofMillis(50));
    Rejected crowded =
        assertThrows(Rejected.class, () -> WELL.evaluate(Map.of(), Map.of(), nobody));
    assertEquals(Rejected.Reason.CROWDED, crowded.reason());
  }

  @Test
  void whenThirtyTwoRunOnNothingNewBeginsUntilOneComesBack() {
    ExpressionWorkers workers = new ExpressionWorkers(1, Duration.ofMillis(20));
    Semaphore end = new Semaphore(0);
    for (int stuck = 0; stuck < 32; stuck++) {
      assertThrows(
          ConnectorError.class,
          () -> STUCK.evaluate(Map.of(), Map.of("wait", sleeping(end)), workers));
    }
    assertThrows(Rejected.class, () -> WELL.evaluate(Map.of(), Map.of(), workers));
    end.release();
    Waiting.until("one has come back", () -> {
      try {
        return WELL.evaluate(Map.of(), Map.of(), workers) != null;
      } catch (Rejected crowded) {
        return false;
      }
    });
  }

  /** The same without a processor. */
  private static Function<Object, Object> sleeping(Semaphore end) {
    return given -> {
      end.acquireUninterruptibly();
      end.release();
      return given;
    };
  }
}
