package shopbell.model;

import java.math.BigDecimal;
import java.util.Objects;

/** An amount with its ISO 4217 currency. */
public record Money(BigDecimal amount, String currency) {
  public Money {
    Objects.requireNonNull(amount);
    if (!currency.matches("[A-Z]{3}")) {
      throw Rejected.field(
          "/total/currency", "a currency is three capital letters (ISO 4217), for example EUR");
    }
  }
}
