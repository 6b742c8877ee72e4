package shopbell.model.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * When a customer bought in one currency, in days of UTC: purchases of one day are one. Amounts add up to the customer's
 * {@code lifetime}, so refunds are taken off all of them in equal shares.
 *
 * @param firstOn the day of the first purchase
 * @param lastOn the day of the last purchase
 * @param days with a purchase, at least 1
 * @param gapDays the mean number of days between two of them; empty with one day
 * @param repeatMean the mean amount of the days after the first; 0 with one day
 * @param months the sums of the last 24 months, the oldest first; the last one ends today
 */
public record PurchasePattern(
    LocalDate firstOn,
    LocalDate lastOn,
    int days,
    Optional<Integer> gapDays,
    BigDecimal repeatMean,
    List<BigDecimal> months) {
  /** How many months {@link #months} has. */
  public static final int MONTHS = 24;

  public PurchasePattern {
    if (days < 1 || lastOn.isBefore(firstOn) || (days == 1) != lastOn.equals(firstOn)) {
      throw new IllegalArgumentException("the last of several days of purchase is after the first");
    }
    months = List.copyOf(months);
    if (months.size() != MONTHS) {
      throw new IllegalArgumentException("a pattern has " + MONTHS + " months");
    }
  }

  /** The mean of the gaps, rounded to days. */
  public static Optional<Integer> gapDays(LocalDate firstOn, LocalDate lastOn, int days) {
    return days < 2
        ? Optional.empty()
        : Optional.of(
            (int) Math.round((double) ChronoUnit.DAYS.between(firstOn, lastOn) / (days - 1)));
  }
}
