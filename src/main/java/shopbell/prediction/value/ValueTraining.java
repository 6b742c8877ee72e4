package shopbell.prediction.value;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The result of learning from a shop's own past: a model with its quality, or the statement that there is too little. */
public sealed interface ValueTraining {
  /** Below so many customers nothing is fitted: the parameters would say more of chance than of the shop. */
  int FEWEST_CUSTOMERS = 200;

  /** Of them so many have ordered again at least once. */
  int FEWEST_RETURNING = 50;

  /** The share of the past that is kept back to choose the model. */
  double HELD_BACK = 0.25;

  /**
   * The model, fitted to the whole past, and how good its kind was on the last quarter of it.
   *
   * @param calibrationEnd the last day that the evaluated models have learned from
   */
  record Trained(CustomerValueModel model, ValueEvaluation evaluation, LocalDate calibrationEnd)
      implements ValueTraining {}

  /**
   * Only sums of the past can be shown.
   *
   * @param customers at the end of the calibration
   * @param returning of them with a repeat
   */
  record TooFewCustomers(int customers, long returning) implements ValueTraining {}

  /** Learns from {@code log}, which ends with {@code today} at the latest. */
  static ValueTraining of(PurchaseLog log, LocalDate today, PeriodUnit unit) {
    long span = (long) (PeriodUnit.DAY.between(log.first(), today) * HELD_BACK);
    LocalDate calibrationEnd = today.minusDays(span);
    List<ObservedCustomer> before = log.at(calibrationEnd, unit);
    long returning = before.stream().filter(c -> c.history().repeats() > 0).count();
    if (before.size() < FEWEST_CUSTOMERS
        || returning < FEWEST_RETURNING
        || !calibrationEnd.isBefore(log.last())) {
      return new TooFewCustomers(before.size(), returning);
    }
    ValueEvaluation evaluation = ValueEvaluation.of(log, calibrationEnd, unit);
    List<ObservedCustomer> all = log.at(today, unit);
    FrequencyModel model = FrequencyFamily.of(evaluation.chosen().model())
        .fit(all.stream().map(ObservedCustomer::history).toList())
        .model();
    Optional<GammaGamma> spend = GammaGammaFit.of(
            all.stream().map(ObservedCustomer::spend).toList())
        .map(GammaGammaFit.Fit::model);
    return new Trained(
        new CustomerValueModel(
            new ValueParameters(model.name(), model.parameters(), spend, unit, all.size())),
        evaluation,
        calibrationEnd);
  }
}
