package shopbell.ingress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AdmissionControlTest {
  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong now = new AtomicLong();
  private final AdmissionControl admissionControl = new AdmissionControl(now::get);

  private int let() {
    int let = 0;
    while (admissionControl.enter().isPresent()) {
      let++;
    }
    return let;
  }

  private void worked(int times) {
    for (int i = 0; i < times; i++) {
      admissionControl.enter().orElseThrow().leave();
    }
  }

  @Test
  void aServerThatHasDoneNothingYetLetsSomeInAndThenNobodyUntilOneIsDone() {
    AdmissionControl.Admission one = admissionControl.enter().orElseThrow();
    assertEquals(AdmissionControl.ALWAYS - 1, let());
    assertTrue(admissionControl.full());
    now.addAndGet(60 * SECOND);
    assertTrue(admissionControl.full());
    one.leave();
    assertFalse(admissionControl.full());
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
    AdmissionControl.Admission batch = admissionControl.enter().orElseThrow();
    batch.holds(1_000);
    assertEquals(1_000, admissionControl.inside());
    assertTrue(admissionControl.full());
    batch.leave();
    assertEquals(0, admissionControl.inside());
    now.addAndGet(SECOND);
    assertEquals(500, let());
  }

  @Test
  void whoSaysNothingStandsInTheLineAllTheSame() {
    AdmissionControl.Admission silent = admissionControl.enter().orElseThrow();
    silent.holds(0);
    assertEquals(1, admissionControl.inside());
    silent.leave();
    assertEquals(0, admissionControl.inside());
  }

  @Test
  void contactsFinishedLongAgoDoNotCount() {
    worked(1_000);
    now.addAndGet(2 * SECOND);
    assertEquals(AdmissionControl.ALWAYS, let());
  }
}
