package shopbell.model.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a forecast rests on, for readers who ask how it is known.
 *
 * @param fewestCustomers so many customers are needed to learn from
 * @param fewestReturning of them so many must have ordered again
 * @param model the trained model; empty unless there is one
 */
public record ForecastBasis(
    ForecastState state, int fewestCustomers, int fewestReturning, Optional<TrainedModel> model) {
  /**
   * A trained model.
   *
   * @param name as in the literature, such as {@code BG/NBD}
   * @param customers how many it was fitted to
   * @param from the first day of their purchases
   * @param to the day of the training
   */
  public record TrainedModel(
      String name,
      Instant madeAt,
      int customers,
      LocalDate from,
      LocalDate to,
      HoldOutError holdOut) {}

  /**
   * How good the same kind of model was on purchases that it had not seen: from the day after {@code from} to the training.
   *
   * @param expectedOrders of all customers
   * @param orders that came
   * @param meanError the mean over customers of |expected − actual| orders
   */
  public record HoldOutError(
      LocalDate from, double expectedOrders, long orders, double meanError) {}

  /** The same basis for a customer without a forecast. */
  public ForecastBasis because(ForecastState other) {
    return new ForecastBasis(other, fewestCustomers, fewestReturning, Optional.empty());
  }
}
