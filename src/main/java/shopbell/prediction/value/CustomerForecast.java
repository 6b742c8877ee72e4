package shopbell.prediction.value;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The next twelve months of one customer, as a model expects them. Intervals hold the truth for 80 of 100 customers, if the
 * model is right: the 10th and the 90th percentile.
 *
 * @param active P(still a customer)
 * @param nextOrder the day by which half of such customers order again, if they stay; empty if more than two years away
 */
public record CustomerForecast(
    double active, Orders orders, Optional<Revenue> revenue, Optional<LocalDate> nextOrder) {
  /** The expected number of orders, and its interval. */
  public record Orders(double expected, int low, int high) {}

  /** The expected revenue in the currency of the log, and its interval. */
  public record Revenue(double expected, double low, double high) {}
}
