package shopbell.prediction.value;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How good the models of frequency are on purchases after the day up to which they learned. The one with the smallest mean
 * absolute error of later orders is chosen.
 *
 * @param customers known at the end of the calibration
 * @param candidates all models, the chosen one first
 * @param holdoutActual later orders of all customers
 * @param spend fitted to the calibration; empty if amounts are missing or few
 */
public record ValueEvaluation(
    int customers,
    List<Candidate> candidates,
    long holdoutActual,
    Optional<GammaGammaFit.Fit> spend) {
  /**
   * One model on the hold-out.
   *
   * @param holdoutMae mean over customers of |expected − actual| orders
   * @param holdoutExpected expected orders of all customers
   */
  public record Candidate(
      FrequencyModel model, double logLikelihood, double holdoutMae, double holdoutExpected) {}

  public ValueEvaluation {
    candidates = List.copyOf(candidates);
  }

  /** The model with the smallest error. */
  public Candidate chosen() {
    return candidates.get(0);
  }

  /**
   * Learns from purchases until the end of {@code calibrationEnd} and predicts those from the next day to the last of the
   * log. Refuses a log without customers before or without a day after.
   */
  public static ValueEvaluation of(PurchaseLog log, LocalDate calibrationEnd, PeriodUnit unit) {
    List<ObservedCustomer> customers = log.at(calibrationEnd, unit);
    double horizon = unit.between(calibrationEnd, log.last());
    if (customers.isEmpty() || horizon <= 0) {
      throw new IllegalArgumentException(
          "there are purchases on both sides of the end of the calibration");
    }
    List<Candidate> candidates =
        FrequencyFamily.fitAll(customers.stream().map(ObservedCustomer::history).toList()).stream()
            .map(fit -> candidate(fit.model(), fit.logLikelihood(), customers, horizon))
            .sorted(Comparator.comparingDouble(Candidate::holdoutMae))
            .toList();
    return new ValueEvaluation(
        customers.size(),
        candidates,
        customers.stream().mapToLong(ObservedCustomer::laterOrders).sum(),
        GammaGammaFit.of(customers.stream().map(ObservedCustomer::spend).toList()));
  }

  /** A model with parameters from elsewhere, on the same purchases; its log-likelihood is not computed. */
  public static Candidate judged(
      FrequencyModel model, PurchaseLog log, LocalDate calibrationEnd, PeriodUnit unit) {
    return candidate(
        model, Double.NaN, log.at(calibrationEnd, unit), unit.between(calibrationEnd, log.last()));
  }

  private static Candidate candidate(
      FrequencyModel model,
      double logLikelihood,
      List<ObservedCustomer> customers,
      double horizon) {
    double error = 0;
    double expected = 0;
    for (ObservedCustomer customer : customers) {
      double orders = model.orders(customer.history(), horizon).mean();
      expected += orders;
      error += Math.abs(orders - customer.laterOrders());
    }
    return new Candidate(model, logLikelihood, error / customers.size(), expected);
  }
}
