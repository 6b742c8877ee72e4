package shopbell.prediction.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrequencyFitTest {
  private static final GammaGamma SPEND = new GammaGamma(6, 4, 15);

  private static List<PurchaseHistory> histories(BetaGeometricModel model) {
    return new SimulatedCustomers(7, model, SPEND)
        .lives(8000, 60, 0).stream().map(SimulatedCustomers.Life::history).toList();
  }

  private static void assertClose(
      BetaGeometricModel.Heterogeneity truth, BetaGeometricModel.Heterogeneity found) {
    assertEquals(1, found.r() / truth.r(), 0.12);
    assertEquals(1, found.alpha() / truth.alpha(), 0.12);
    assertEquals(truth.a() / (truth.a() + truth.b()), found.a() / (found.a() + found.b()), 0.03);
  }

  @Test
  void bgNbdFindsTheParametersOfItsOwnCustomers() {
    BetaGeometricModel truth =
        new BetaGeometricModel(false, 1, new BetaGeometricModel.Heterogeneity(0.5, 6, 0.8, 2.5));
    BetaGeometricModel found =
        (BetaGeometricModel) FrequencyFamily.BG_NBD.fit(histories(truth)).model();
    assertClose(truth.heterogeneity(), found.heterogeneity());
  }

  @Test
  void theRegularityOfOrdersIsFound() {
    BetaGeometricModel truth =
        new BetaGeometricModel(true, 3, new BetaGeometricModel.Heterogeneity(1.2, 3, 0.8, 2.5));
    BetaGeometricModel found =
        (BetaGeometricModel) FrequencyFamily.MBG_CNBD.fit(histories(truth)).model();
    assertEquals("MBG/CNBD-3", found.name());
    assertClose(truth.heterogeneity(), found.heterogeneity());
  }

  @Test
  void randomOrdersAreNotTakenForRegularOnes() {
    BetaGeometricModel truth =
        new BetaGeometricModel(true, 1, new BetaGeometricModel.Heterogeneity(0.7, 6, 0.8, 2.5));
    assertEquals(
        "MBG/NBD", FrequencyFamily.MBG_CNBD.fit(histories(truth)).model().name());
  }

  /** Where the likelihood is highest, no small step leads further up, whatever the model. */
  @Test
  void allStartsLeadToTheTop() {
    BetaGeometricModel truth =
        new BetaGeometricModel(false, 1, new BetaGeometricModel.Heterogeneity(0.5, 6, 0.8, 2.5));
    DistinctHistories data = new DistinctHistories(histories(truth));
    for (LogLikelihood likelihood :
        List.of(new BetaGeometricLikelihood(false, 1, data), new ParetoNbdLikelihood(data))) {
      MaximumLikelihood.Estimate top = MaximumLikelihood.of(likelihood);
      for (int i = 0; i < 4; i++) {
        for (double step : new double[] {0.98, 1.02}) {
          double[] aside = top.parameters().clone();
          aside[i] *= step;
          assertTrue(likelihood.of(aside) < top.logLikelihood());
        }
      }
    }
  }

  /** 8,000 customers are enough rows for the search to begin on a part of them. */
  @Test
  void aSearchThatBeginsOnAPartOfTheCustomersEndsAtTheSameTop() {
    BetaGeometricModel truth =
        new BetaGeometricModel(false, 1, new BetaGeometricModel.Heterogeneity(0.9, 6, 0.8, 2.5));
    List<PurchaseHistory> histories = histories(truth);
    LogLikelihood likelihood =
        new BetaGeometricLikelihood(false, 1, new DistinctHistories(histories));
    assertTrue(likelihood.rough().isPresent());
    LogLikelihood whole = new LogLikelihood() {
      @Override
      public double of(double[] parameters) {
        return likelihood.of(parameters);
      }

      @Override
      public List<double[]> starts() {
        return likelihood.starts();
      }

      @Override
      public Optional<LogLikelihood> rough() {
        return Optional.empty();
      }
    };
    MaximumLikelihood.Estimate thorough = MaximumLikelihood.of(whole);
    MaximumLikelihood.Estimate fast = MaximumLikelihood.of(likelihood);
    assertEquals(thorough.logLikelihood(), fast.logLikelihood(), 1e-5);
    for (int i = 0; i < 4; i++) {
      assertEquals(1, fast.parameters()[i] / thorough.parameters()[i], 1e-3);
    }
  }

  @Test
  void equalRowsAreMergedWithoutAChangeOfTheLikelihood() {
    PurchaseHistory one = new PurchaseHistory(2, 5, 9, 1.5);
    PurchaseHistory other = new PurchaseHistory(0, 0, 9);
    double[] at = {0.5, 4, 0.8, 2.5};
    for (int k = 1; k <= 3; k++) {
      double merged = likelihood(k, List.of(one, other, one)).of(at);
      double apart =
          2 * likelihood(k, List.of(one)).of(at) + likelihood(k, List.of(other)).of(at);
      assertEquals(apart, merged, 1e-10);
    }
  }

  private static BetaGeometricLikelihood likelihood(int k, List<PurchaseHistory> histories) {
    return new BetaGeometricLikelihood(true, k, new DistinctHistories(histories));
  }

  @Test
  void gammaGammaFindsTheParametersOfItsOwnCustomers() {
    BetaGeometricModel model =
        new BetaGeometricModel(false, 1, new BetaGeometricModel.Heterogeneity(0.9, 6, 0.8, 2.5));
    List<SpendHistory> spends = new SimulatedCustomers(8, model, SPEND)
        .lives(8000, 60, 0).stream().map(SimulatedCustomers.Life::spend).toList();
    GammaGamma found = GammaGammaFit.of(spends).orElseThrow().model();
    assertEquals(6, found.p(), 0.6);
    assertEquals(4, found.q(), 0.4);
    assertEquals(15, found.gamma(), 2.5);
  }
}
