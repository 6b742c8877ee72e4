package shopbell.prediction.value;

import java.time.LocalDate;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One order of one customer.
 *
 * @param customer any key that tells customers apart; no model keeps it
 * @param amount in one currency for the whole log; empty if unknown
 */
public record Purchase(String customer, LocalDate day, OptionalDouble amount) {
  public Purchase {
    Objects.requireNonNull(customer);
    Objects.requireNonNull(day);
    if (amount.isPresent() && !Double.isFinite(amount.getAsDouble())) {
      throw new IllegalArgumentException("an amount is a finite number");
    }
  }
}
