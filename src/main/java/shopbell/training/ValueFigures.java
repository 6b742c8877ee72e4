package shopbell.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a training of the value of customers went.
 *
 * @param customers known at the end of the calibration
 * @param calibrationEnd the last day that the judged models have learned from; empty if there was too little to learn
 * @param candidates the judged models, the best first
 * @param orders of all customers after the calibration
 * @param live the model that was live before, judged on the same orders; empty without one
 */
public record ValueFigures(
    int customers,
    Optional<LocalDate> calibrationEnd,
    List<JudgedModel> candidates,
    long orders,
    Optional<JudgedModel> live) {
  public ValueFigures {
    candidates = List.copyOf(candidates);
  }

  /**
   * One model on the orders that it has not seen.
   *
   * @param meanError the mean over customers of |expected − actual| orders
   * @param expectedOrders of all customers
   */
  public record JudgedModel(String model, double meanError, double expectedOrders) {}

  /** Whether the best new model replaces the live one: it is at least as good on the newest orders. */
  boolean better() {
    return !candidates.isEmpty()
        && live.map(old -> candidates.get(0).meanError() <= old.meanError()).orElse(true);
  }
}
