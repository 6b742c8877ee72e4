package shopbell.model.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a customer is expected to buy; everything but {@code basis} is empty unless its state is {@link ForecastState#READY}.
 *
 * @param active the probability that the customer is still one; empty where the model cannot tell
 * @param next the day by which half of such customers order again; empty if the customer is likely lost
 */
public record ValueForecast(
    Optional<Expected> expected,
    Optional<Double> active,
    Optional<LocalDate> next,
    ForecastBasis basis) {
  /**
   * The next months; the revenue is within {@code low} and {@code high} in 8 of 10 cases.
   *
   * @param revenue in the currency of the value; empty if too few amounts are known
   * @param orders expected days with an order
   */
  public record Expected(
      int months,
      Optional<BigDecimal> revenue,
      Optional<BigDecimal> low,
      Optional<BigDecimal> high,
      double orders) {}

  /** Without numbers, for the reason in {@code basis}. */
  public static ValueForecast none(ForecastBasis basis) {
    return new ValueForecast(Optional.empty(), Optional.empty(), Optional.empty(), basis);
  }
}
