package shopbell.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import shopbell.model.Consent;
import shopbell.model.CustomerKind;
import shopbell.model.customer.Customer;
import shopbell.model.customer.CustomerValue;
import shopbell.model.customer.ForecastBasis;
import shopbell.model.customer.ForecastState;
import shopbell.model.customer.PurchasePattern;
import shopbell.model.customer.ValueForecast;
import shopbell.prediction.value.CustomerForecast;
import shopbell.prediction.value.CustomerValueModel;
import shopbell.prediction.value.PeriodUnit;
import shopbell.prediction.value.PurchaseHistory;
import shopbell.prediction.value.SpendHistory;
import shopbell.prediction.value.ValueTraining;

/**
 * Forecasts the value of customers from their own purchases and the shop's model. Immutable; some 0.03 ms each.
 *
 * @param model empty unless the basis is {@link ForecastState#READY}
 * @param currency in which the model knows amounts
 */
public record ValueForecasts(
    ForecastBasis basis, Optional<CustomerValueModel> model, String currency) {
  private static final int MONTHS = 12;
  private static final double LIKELY = 0.5;

  public ValueForecasts {
    if (model.isPresent() != (basis.state() == ForecastState.READY)) {
      throw new IllegalArgumentException("there are forecasts exactly if there is a model");
    }
  }

  /** Without a model, for the reason of {@code state}. */
  public static ValueForecasts without(ForecastState state) {
    ForecastBasis basis = new ForecastBasis(
        state, ValueTraining.FEWEST_CUSTOMERS, ValueTraining.FEWEST_RETURNING, Optional.empty());
    return new ValueForecasts(basis, Optional.empty(), "");
  }

  /** Before the first training. */
  public static ValueForecasts untrained() {
    return without(ForecastState.UNTRAINED);
  }

  /** {@code value} with the forecast of {@code customer} at {@code now}, or with the reason why there is none. */
  public CustomerValue on(CustomerValue value, Customer customer, Instant now) {
    if (basis.state() == ForecastState.OFF) {
      return value.with(ValueForecast.none(basis));
    }
    if (customer.refuses(Consent.PROFILING)) {
      return none(value, ForecastState.REFUSED);
    }
    if (customer.kind() == CustomerKind.COMPANY) {
      return none(value, ForecastState.COMPANY);
    }
    if (model.isEmpty()) {
      return value.with(ValueForecast.none(basis));
    }
    return value
        .pattern()
        .filter(pattern -> value.currency().equals(currency))
        .map(pattern ->
            value.with(forecast(model.get(), pattern, LocalDate.ofInstant(now, ZoneOffset.UTC))))
        .orElseGet(() -> none(value, ForecastState.NO_PURCHASES));
  }

  private CustomerValue none(CustomerValue value, ForecastState state) {
    return value.with(ValueForecast.none(basis.because(state)));
  }

  private ValueForecast forecast(
      CustomerValueModel trained, PurchasePattern pattern, LocalDate today) {
    PeriodUnit unit = trained.parameters().unit();
    int repeats = pattern.days() - 1;
    double mean = pattern.repeatMean().doubleValue();
    CustomerForecast found = trained.forecast(
        new PurchaseHistory(
            repeats,
            unit.between(pattern.firstOn(), pattern.lastOn()),
            unit.between(pattern.firstOn(), today)),
        repeats > 0 && mean > 0 ? new SpendHistory(repeats, mean) : SpendHistory.NONE,
        today);
    Optional<CustomerForecast.Revenue> revenue = found.revenue();
    return new ValueForecast(
        Optional.of(new ValueForecast.Expected(
            MONTHS,
            revenue.map(r -> amount(r.expected())),
            revenue.map(r -> amount(r.low())),
            revenue.map(r -> amount(r.high())),
            rounded(found.orders().expected(), 2).doubleValue())),
        // a model in which nobody leaves before the second order cannot tell
        Optional.of(rounded(found.active(), 3).doubleValue()).filter(p -> found.active() < 1),
        found.nextOrder().filter(day -> found.active() >= LIKELY),
        basis);
  }

  private static BigDecimal amount(double value) {
    return rounded(value, 2);
  }

  private static BigDecimal rounded(double value, int digits) {
    return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
  }
}
