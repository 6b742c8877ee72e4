package shopbell.decision.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import shopbell.model.decision.HoldOutAssignment;

class HoldOutTest {
  private static final HoldOut HOLD_OUT = keyed("the key of one installation");

  private static HoldOut keyed(String key) {
    return new HoldOut(key.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean heldOut(HoldOut holdOut, long person, String scope, double share) {
    return holdOut.assign(new UUID(1, person), scope, share, Instant.EPOCH).heldOut();
  }

  @Test
  void oneInTwentyPersonsIsHeldOut() {
    long heldOut = LongStream.range(0, 20_000)
        .filter(person -> heldOut(HOLD_OUT, person, HoldOutAssignment.ALL, HoldOut.USUAL_SHARE))
        .count();
    assertEquals(1_000.0, (double) heldOut, 120);
    assertTrue(
        SampleRatio.of(20_000 - heldOut, heldOut, HoldOut.USUAL_SHARE).probability() > 0.001);
  }

  @Test
  void everyNodeDrawsTheSamePersonsAndAnotherKeyDrawsOthers() {
    long same = LongStream.range(0, 1_000)
        .filter(person -> heldOut(HOLD_OUT, person, "a", 0.5)
            == heldOut(keyed("the key of one installation"), person, "a", 0.5))
        .count();
    long other = LongStream.range(0, 1_000)
        .filter(person -> heldOut(HOLD_OUT, person, "a", 0.5)
            == heldOut(keyed("the key of another one"), person, "a", 0.5))
        .count();
    assertEquals(1_000, same);
    assertEquals(500.0, (double) other, 80);
  }

  @Test
  void theDrawsForTwoActionsAreIndependent() {
    long both = LongStream.range(0, 10_000)
        .filter(
            person -> heldOut(HOLD_OUT, person, "a", 0.5) && heldOut(HOLD_OUT, person, "b", 0.5))
        .count();
    assertEquals(2_500.0, (double) both, 200);
  }

  @Test
  void aLargerShareKeepsThoseThatWereHeldOut() {
    assertTrue(LongStream.range(0, 2_000)
        .filter(person -> heldOut(HOLD_OUT, person, "a", 0.05))
        .allMatch(person -> heldOut(HOLD_OUT, person, "a", 0.1)));
  }

  @Test
  void aShortKeyIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> keyed("short"));
  }
}
