package shopbell.model;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;

/** An amount with its ISO 4217 currency. */
public record Money(BigDecimal amount, String currency) {
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  public Money {
    Objects.requireNonNull(amount);
    if (!CURRENCY.matcher(currency).matches()) {
      throw Rejected.field(
          "/total/currency", "a currency is three capital letters (ISO 4217), for example EUR");
    }
  }
}
