package shopbell.prediction.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrequencyModelsTest {
  private static final BetaGeometricModel.Heterogeneity PAPER =
      new BetaGeometricModel.Heterogeneity(0.243, 4.414, 0.793, 2.426);

  private static final BetaGeometricModel BG_NBD = new BetaGeometricModel(false, 1, PAPER);

  private static final ParetoNbdModel PARETO = new ParetoNbdModel(0.553, 10.58, 0.606, 11.656);

  /** Fader, Hardie and Lee (2005), section 4: the customer with x = 2, t_x = 30.43, T = 38.86 orders 1.226 times in 39 weeks. */
  @Test
  void theOrdersOfThePapersCustomerComeOut() {
    OrderDistribution orders = BG_NBD.orders(new PurchaseHistory(2, 30.43, 38.86), 39);
    assertEquals(1.226, orders.mean(), 0.001);
  }

  /** By hand: 1 / (1 + a/(b + x − 1) · ((α + T)/(α + t_x))^(r + x)), 0.793/3.426 · (43.274/34.844)^2.243. */
  @Test
  void theProbabilityOfBeingActiveIsThatOfTheFormula() {
    double gone = 0.793 / 3.426 * Math.pow(43.274 / 34.844, 2.243);
    assertEquals(1 / (1 + gone), BG_NBD.active(new PurchaseHistory(2, 30.43, 38.86)), 1e-12);
  }

  @Test
  void aCustomerOfBgNbdWithoutARepeatIsAlwaysActiveAndOneOfMbgNbdIsNot() {
    PurchaseHistory once = new PurchaseHistory(0, 0, 38.86);
    assertEquals(1, BG_NBD.active(once), 1e-12);
    assertTrue(new BetaGeometricModel(true, 1, PAPER).active(once) < 0.9);
  }

  /** By hand for x = 0, k = 2: two phases, 1 and r·T/(α + T); left at once is a/b · ((α + T)/α)^r. */
  @Test
  void aRegularModelCountsTheHiddenEvents() {
    BetaGeometricModel regular = new BetaGeometricModel(true, 2, PAPER);
    double gone = 0.793 / 2.426 * Math.pow(14.414 / 4.414, 0.243);
    double stays = 1 + 0.243 * 10 / 14.414;
    assertEquals(stays / (stays + gone), regular.active(new PurchaseHistory(0, 0, 10)), 1e-12);
  }

  /** Fader and Hardie (2005): the expectation in closed form, given P(active). */
  @ParameterizedTest
  @CsvSource({"2, 30.43, 38.86, 39", "0, 0, 38.86, 39", "26, 30.86, 31, 52", "60, 38, 39, 52"})
  void theDistributionOfParetoNbdHasTheMeanOfTheClosedForm(
      int repeats, double recency, double age, double horizon) {
    PurchaseHistory history = new PurchaseHistory(repeats, recency, age);
    double shrink =
        Math.pow((PARETO.beta() + age) / (PARETO.beta() + age + horizon), PARETO.s() - 1);
    double closed = (PARETO.r() + repeats)
        * (PARETO.beta() + age)
        / ((PARETO.alpha() + age) * (PARETO.s() - 1))
        * (1 - shrink)
        * PARETO.active(history);
    assertEquals(closed, PARETO.orders(history, horizon).mean(), 1e-3 * closed);
  }

  /** As BTYD's own example says: 25.46 orders of this customer in a year. */
  @Test
  void theOrdersOfAFrequentCustomerAreThoseOfBtyd() {
    ParetoNbdModel btyd = new ParetoNbdModel(0.5534, 10.5802, 0.6061, 11.6562);
    assertEquals(25.46, btyd.orders(new PurchaseHistory(26, 30.86, 31), 52).mean(), 0.05);
  }

  @ParameterizedTest
  @CsvSource({"BG/NBD", "MBG/NBD", "MBG/CNBD-3", "Pareto/NBD"})
  void halfOfTheCustomersThatStayOrderWithinTheMedianWait(String name) {
    FrequencyModel model = FrequencyFamily.model(
        name, Map.of("r", 2.0, "alpha", 9.0, "a", 1.0, "b", 3.0, "s", 0.5, "beta", 9.0));
    PurchaseHistory history = new PurchaseHistory(5, 20, 22);
    double wait = model.medianWait(history);
    double share = model.orders(history, wait).atLeast(1) / model.active(history);
    // with Pareto/NBD some leave before they order
    assertEquals(0.5, share, model instanceof ParetoNbdModel ? 0.03 : 1e-6);
  }

  @Test
  void aVeryFrequentCustomerDoesNotMakeTheNumbersOverflow() {
    for (int k = 1; k <= 4; k++) {
      BetaGeometricModel model =
          new BetaGeometricModel(true, k, new BetaGeometricModel.Heterogeneity(0.5, 2, 0.01, 50));
      double expected = model.orders(new PurchaseHistory(3000, 155.99, 156), 52).mean();
      assertTrue(expected > 850 && expected < 1000, () -> "orders " + expected);
    }
    double expected = new ParetoNbdModel(0.5, 2, 0.05, 100)
        .orders(new PurchaseHistory(3000, 155.99, 156), 52)
        .mean();
    assertTrue(expected > 900 && expected < 1010, () -> "orders " + expected);
  }

  @Test
  void aModelIsMadeAgainFromItsNameAndParameters() {
    for (FrequencyModel model : List.of(BG_NBD, PARETO, new BetaGeometricModel(true, 3, PAPER))) {
      assertEquals(model, FrequencyFamily.model(model.name(), model.parameters()));
    }
    assertThrows(IllegalArgumentException.class, () -> FrequencyFamily.model("BG/BB", Map.of()));
    assertThrows(
        IllegalArgumentException.class, () -> FrequencyFamily.model("BG/NBD", Map.of("r", 1.0)));
  }
}
