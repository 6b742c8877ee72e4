package shopbell.prediction.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BinaryMetricsTest {
  private static final double EXACT = 1e-12;

  /** By hand: of the 2 · 2 pairs of yes and no, 0.9 wins two, 0.4 loses to 0.6 and ties with 0.4. */
  @Test
  void theFiguresOfFourRowsAreThoseByHand() {
    BinaryMetrics metrics =
        BinaryMetrics.of(new double[] {0.9, 0.6, 0.4, 0.4}, new double[] {1, 0, 1, 0});
    assertEquals(2.5 / 4, metrics.auc(), EXACT);
    assertEquals((0.01 + 0.36 + 0.36 + 0.16) / 4, metrics.brier(), EXACT);
    assertEquals(0.25, metrics.baseBrier(), EXACT);
    assertEquals((0.1 + 0.6 + 0.2) / 4, metrics.ece(), EXACT);
    assertEquals(0.5, metrics.topHalf(), EXACT);
  }

  @Test
  void equalPredictionsAreChance() {
    BinaryMetrics metrics = BinaryMetrics.of(new double[] {0.5, 0.5, 0.5}, new double[] {1, 0, 0});
    assertEquals(0.5, metrics.auc(), EXACT);
    assertEquals(0.5, metrics.topHalf(), EXACT);
  }

  @Test
  void scoresThatAreTooBoldAreCalibrated() {
    Random random = new Random(9);
    double[] odds = random.doubles(5000, -2, 2).toArray();
    double[] outcomes = new double[odds.length];
    double[] bold = new double[odds.length];
    for (int i = 0; i < odds.length; i++) {
      outcomes[i] = random.nextDouble() < 1 / (1 + Math.exp(-odds[i])) ? 1 : 0;
      bold[i] = 3 * odds[i] + 1;
    }
    PlattScaling scaling = PlattScaling.fit(bold, outcomes);
    assertEquals(1 / 3.0, scaling.slope(), 0.03);
    assertEquals(-1 / 3.0, scaling.shift(), 0.1);
  }

  @Test
  void scoresInTheWrongOrderAreNotTurnedRound() {
    PlattScaling scaling =
        PlattScaling.fit(new double[] {3, 2, 1, -1, -2, -3}, new double[] {0, 0, 0, 1, 1, 1});
    assertEquals(0, scaling.slope());
    assertEquals(0.5, scaling.probability(7), 0.01);
  }

  @Test
  void theStandardErrorOfAnAucFallsWithTheRows() {
    double few = BinaryMetrics.standardError(0.7, new double[] {1, 0, 1, 0, 1, 0, 1, 0});
    double[] many = new double[800];
    Arrays.setAll(many, i -> i % 2);
    assertTrue(BinaryMetrics.standardError(0.7, many) < few / 9);
  }
}
