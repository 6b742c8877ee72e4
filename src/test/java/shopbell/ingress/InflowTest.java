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
    while (inflow.enter().isPresent()) {
      let++;
    }
    return let;
  }

  private void worked(int times) {
    for (int i = 0; i < times; i++) {
      inflow.enter().orElseThrow().leave();
    }
  }

  @Test
  void aServerThatHasDoneNothingYetLetsSomeInAndThenNobodyUntilOneIsDone() {
    Inflow.Place one = inflow.enter().orElseThrow();
    assertEquals(Inflow.ALWAYS - 1, let());
    assertTrue(inflow.full());
    now.addAndGet(60 * SECOND);
    assertTrue(inflow.full());
    one.leave();
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
  void aBatchCountsAsManyAsItSays() {
    Inflow.Place batch = inflow.enter().orElseThrow();
    batch.holds(1_000);
    assertEquals(1_000, inflow.inside());
    assertTrue(inflow.full());
    batch.leave();
    assertEquals(0, inflow.inside());
    now.addAndGet(SECOND);
    assertEquals(500, let());
  }

  @Test
  void whoSaysNothingStandsInTheLineAllTheSame() {
    Inflow.Place silent = inflow.enter().orElseThrow();
    silent.holds(0);
    assertEquals(1, inflow.inside());
    silent.leave();
    assertEquals(0, inflow.inside());
  }

  @Test
  void whatWasFinishedLongAgoDoesNotCount() {
    worked(1_000);
    now.addAndGet(2 * SECOND);
    assertEquals(Inflow.ALWAYS, let());
  }
}
