package shopbell.decision.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SampleRatioTest {
  /** The 95 % and 99.9 % points of the chi-square distribution with one degree of freedom, from printed tables. */
  @Test
  void theProbabilityIsThatOfPrintedTables() {
    assertEquals(0.05, probability(3.841459), 1e-6);
    assertEquals(0.001, probability(10.827566), 1e-6);
    assertEquals(1, probability(0), 1e-6);
  }

  /** Of very many in halves, one distance gives this chi-square. */
  private static double probability(double chiSquare) {
    long half = 200_000_000_000L;
    long distance = Math.round(Math.sqrt(chiSquare * half / 2));
    return SampleRatio.of(half - distance, half + distance, 0.5).probability();
  }

  @Test
  void aGroupThatIsMuchTooSmallIsAlarmed() {
    SampleRatio wrong = SampleRatio.of(19_500, 500, 0.05);
    assertEquals(1_000, wrong.expected(), 1e-9);
    assertTrue(wrong.mismatch());
  }

  @Test
  void aDifferenceByChanceIsNot() {
    assertFalse(SampleRatio.of(19_050, 950, 0.05).mismatch());
    assertFalse(SampleRatio.of(0, 0, 0.05).mismatch());
  }
}
