package shopbell.model.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A customer's purchases; amounts in {@code currency}, and purchases in other currencies beside it.
 *
 * @param orders purchases in all currencies
 * @param lastOrderAt the last purchase in any currency
 * @param rank for example {@code top 8 %}; empty when there is nothing to compare with
 * @param pattern in {@code currency}; empty without a purchase until now
 * @param forecast in {@code currency}
 */
public record CustomerValue(
    String currency,
    BigDecimal lifetime,
    BigDecimal last12Months,
    int orders,
    Optional<Instant> lastOrderAt,
    Optional<String> rank,
    List<InCurrency> others,
    Optional<PurchasePattern> pattern,
    ValueForecast forecast) {
  private static final ValueForecast UNKNOWN =
      ValueForecast.none(new ForecastBasis(ForecastState.UNTRAINED, 0, 0, Optional.empty()));

  public CustomerValue {
    others = List.copyOf(others);
  }

  /** Purchases in one currency. */
  public record InCurrency(
      String currency,
      BigDecimal lifetime,
      BigDecimal last12Months,
      int orders,
      Optional<Instant> lastOrderAt,
      Optional<String> rank) {}

  /**
   * {@code first} is the shop's own currency; where it has no purchases, the currency with the most purchases comes
   * first.
   */
  public static Optional<CustomerValue> of(List<InCurrency> all, String first) {
    List<InCurrency> ordered = all.stream()
        .sorted(Comparator.comparing((InCurrency one) -> !one.currency().equals(first))
            .thenComparing(InCurrency::orders, Comparator.reverseOrder())
            .thenComparing(InCurrency::currency))
        .toList();
    return ordered.stream()
        .findFirst()
        .map(one -> new CustomerValue(
            one.currency(),
            one.lifetime(),
            one.last12Months(),
            all.stream().mapToInt(InCurrency::orders).sum(),
            all.stream().flatMap(c -> c.lastOrderAt().stream()).max(Comparator.naturalOrder()),
            one.rank(),
            ordered.subList(1, ordered.size()),
            Optional.empty(),
            UNKNOWN));
  }

  /** A copy with the pattern of purchases in {@link #currency}. */
  public CustomerValue with(Optional<PurchasePattern> other) {
    return new CustomerValue(
        currency, lifetime, last12Months, orders, lastOrderAt, rank, others, other, forecast);
  }

  /** A copy with this forecast. */
  public CustomerValue with(ValueForecast other) {
    return new CustomerValue(
        currency, lifetime, last12Months, orders, lastOrderAt, rank, others, pattern, other);
  }

  /** A copy without the comparison with other customers. */
  public CustomerValue unranked() {
    List<InCurrency> plain = others.stream()
        .map(o -> new InCurrency(
            o.currency(),
            o.lifetime(),
            o.last12Months(),
            o.orders(),
            o.lastOrderAt(),
            Optional.empty()))
        .toList();
    return new CustomerValue(
        currency,
        lifetime,
        last12Months,
        orders,
        lastOrderAt,
        Optional.empty(),
        plain,
        pattern,
        forecast);
  }
}
