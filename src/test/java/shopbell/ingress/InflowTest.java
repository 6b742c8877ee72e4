package shopbell.ingress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class InflowTest {
  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong now = new AtomicLong();
  private final Inflow inflow = new Inflow(now::get);

  private int let() {
    int let = 0;
    while (inflow.enter()) {
      let++;
    }
    return let;
  }

  private void worked(int times) {
    for (int i = 0; i < times; i++) {
      assertTrue(inflow.enter());
      inflow.leave();
    }
  }

  @Test
  void aServerThatHasDoneNothingYetLetsSomeInAndThenNobodyUntilOneIsDone() {
    assertEquals(Inflow.ALWAYS, let());
    assertTrue(inflow.full());
    now.addAndGet(60 * SECOND);
    assertTrue(inflow.full());
    inflow.leave();
    assertFalse(inflow.full());
    assertEquals(1, let());
  }

  @Test
  void whoHasFinishedManyInTheLastSecondMayHaveHalfAsManyWaiting() {
    worked(1_000);
    now.addAndGet(SECOND);
    assertEquals(500, let());
  }

  @Test
  void whatWasFinishedLongAgoDoesNotCount() {
    worked(1_000);
    now.addAndGet(2 * SECOND);
    assertEquals(Inflow.ALWAYS, let());
  }
}
