package shopbell.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What a customer is worth; amounts in {@code currency}.
 *
 * @param rank for example {@code top 8 %}; empty when there is nothing to compare with
 */
public record Value(
    String currency,
    BigDecimal lifetime,
    BigDecimal last12Months,
    int orders,
    Optional<Instant> lastOrderAt,
    Optional<String> rank) {}
