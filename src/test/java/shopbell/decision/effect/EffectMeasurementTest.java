package shopbell.decision.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shopbell.model.decision.ActionEffect;
import shopbell.model.decision.ActionEffect.Verdict;

class EffectMeasurementTest {
  private static final int LOOKS = 1_000;
  private static final int PERSONS_PER_LOOK = 20;
  private static final int TESTS = 2_000;

  /** The same sums with persons of whom {@code share} succeed, without values before. */
  private static OutcomeSums group(long persons, double share) {
    double successes = persons * share;
    return new OutcomeSums(persons, successes, 0, successes, 0, 0);
  }

  /** Which share of tests without any effect is called one at some of 1,000 looks. */
  private static double called(int tests, double heldOut, double rate, Predicate<Look> called) {
    SplittableRandom random = new SplittableRandom(20_26);
    return IntStream.range(0, tests)
            .filter(test -> ever(random, heldOut, rate, called))
            .count()
        / (double) tests;
  }

  private record Look(OutcomeSums shown, OutcomeSums heldOut) {
    Verdict verdict() {
      return EffectMeasurement.of("a", shown, heldOut).verdict();
    }
  }

  private static boolean ever(
      SplittableRandom random, double heldOut, double rate, Predicate<Look> called) {
    long[] persons = new long[2];
    long[] successes = new long[2];
    for (int look = 0; look < LOOKS; look++) {
      for (int person = 0; person < PERSONS_PER_LOOK; person++) {
        int group = random.nextDouble() < heldOut ? 1 : 0;
        persons[group]++;
        successes[group] += random.nextDouble() < rate ? 1 : 0;
      }
      if (called.test(new Look(sums(persons[0], successes[0]), sums(persons[1], successes[1])))) {
        return true;
      }
    }
    return false;
  }

  private static OutcomeSums sums(long persons, long successes) {
    return new OutcomeSums(persons, successes, 0, successes, 0, 0);
  }

  @Test
  void ofTwoThousandTestsWithoutAnEffectLookedAtAThousandTimesAtMostFivePercentAreCalledOne() {
    Predicate<Look> sure =
        look -> look.verdict() == Verdict.HELPS || look.verdict() == Verdict.HARMS;
    double usual = called(TESTS, HoldOut.USUAL_SHARE, 0.1, sure);
    double halves = called(TESTS, 0.5, 0.5, sure);
    assertTrue(
        usual <= 0.05 && halves <= 0.05, usual + " at 5 % held out, " + halves + " of halves");
  }

  /** What the intervals are for: the test above would find it, if they were not always valid. */
  @Test
  void aFixedIntervalLookedAtAsOftenCallsNearlyHalfOfThem() {
    double called = called(300, 0.5, 0.5, look -> {
      double with = look.shown().outcome() / look.shown().persons();
      double without = look.heldOut().outcome() / look.heldOut().persons();
      double variance = 0.25 / look.shown().persons() + 0.25 / look.heldOut().persons();
      return look.heldOut().persons() > 30 && Math.abs(with - without) > 1.96 * Math.sqrt(variance);
    });
    assertTrue(called > 0.35, "called " + called);
  }

  @Test
  void anEffectIsTheDifferenceOfBothShares() {
    ActionEffect effect = EffectMeasurement.of("a", group(19_000, 0.31), group(1_000, 0.22));
    assertEquals(0.31, effect.with(), 1e-9);
    assertEquals(0.22, effect.without(), 1e-9);
    assertEquals(0.09, (effect.low() + effect.high()) / 2, 1e-9);
    assertEquals(Verdict.HELPS, effect.verdict());
  }

  @Test
  void anEffectBelowZeroIsHarmAndAnUncertainOneIsOpen() {
    assertEquals(
        Verdict.HARMS,
        EffectMeasurement.of("a", group(1_900, 0.1), group(100, 0.4)).verdict());
    assertEquals(
        Verdict.OPEN,
        EffectMeasurement.of("a", group(1_900, 0.3), group(100, 0.31)).verdict());
  }

  @Test
  void fewPersonsMakeNoStatement() {
    assertEquals(
        Verdict.TOO_NEW, EffectMeasurement.of("a", group(99, 1), group(50, 0)).verdict());
    assertEquals(
        Verdict.TOO_NEW, EffectMeasurement.of("a", group(500, 1), group(29, 0)).verdict());
    assertEquals(
        Verdict.TOO_NEW,
        EffectMeasurement.of("a", OutcomeSums.NONE, OutcomeSums.NONE).verdict());
  }

  /** Half of the variance comes from what persons did before, so the interval is narrower by about the root of it. */
  @Test
  void valuesBeforeTheActionMakeTheIntervalNarrowerAndMoveNoEffect() {
    SplittableRandom random = new SplittableRandom(5);
    OutcomeSums[] plain = {OutcomeSums.NONE, OutcomeSums.NONE};
    OutcomeSums[] adjusted = {OutcomeSums.NONE, OutcomeSums.NONE};
    for (int person = 0; person < 20_000; person++) {
      int group = random.nextDouble() < 0.3 ? 1 : 0;
      double habit = random.nextBoolean() ? 1 : 0;
      double rate = 0.1 + 0.6 * habit + (group == 0 ? 0.1 : 0);
      double outcome = random.nextDouble() < rate ? 1 : 0;
      plain[group] = plain[group].plus(outcome, 0);
      adjusted[group] = adjusted[group].plus(outcome, habit);
    }
    ActionEffect without = EffectMeasurement.of("a", plain[0], plain[1]);
    ActionEffect with = EffectMeasurement.of("a", adjusted[0], adjusted[1]);
    assertTrue(width(with) < 0.9 * width(without), width(with) + " of " + width(without));
    assertEquals(0.1, (with.low() + with.high()) / 2, 0.02);
  }

  private static double width(ActionEffect effect) {
    return effect.high() - effect.low();
  }

  @Test
  void theIntervalCoversATrueEffectAtEveryLookInAtLeast95Of100Runs() {
    SplittableRandom random = new SplittableRandom(11);
    long covered = IntStream.range(0, 400).filter(run -> coversAlways(random)).count();
    assertTrue(covered >= 0.95 * 400, covered + " of 400");
  }

  private static boolean coversAlways(SplittableRandom random) {
    OutcomeSums shown = OutcomeSums.NONE;
    OutcomeSums heldOut = OutcomeSums.NONE;
    for (int person = 1; person <= 20_000; person++) {
      if (random.nextDouble() < HoldOut.USUAL_SHARE) {
        heldOut = heldOut.plus(random.nextDouble() < 0.22 ? 1 : 0, 0);
      } else {
        shown = shown.plus(random.nextDouble() < 0.31 ? 1 : 0, 0);
      }
      if (person % 100 == 0) {
        ActionEffect effect = EffectMeasurement.of("a", shown, heldOut);
        boolean misses = effect.low() > 0.09 || effect.high() < 0.09;
        if (effect.verdict() != Verdict.TOO_NEW && misses) {
          return false;
        }
      }
    }
    return true;
  }
}
