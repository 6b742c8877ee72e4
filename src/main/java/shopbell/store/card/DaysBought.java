package shopbell.store.card;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import shopbell.model.customer.PurchasePattern;

/**
 * A customer's days with a purchase in one currency, as the statement {@code summary} has them.
 *
 * @param paid what was bought in all, refunds not taken off
 * @param firstPaid the same on the first day
 * @param lately the days of the last 24 months, in no order
 */
record DaysBought(
    String currency,
    LocalDate first,
    LocalDate last,
    int days,
    BigDecimal paid,
    BigDecimal firstPaid,
    Optional<List<DayBought>> lately) {
  private static final int DIGITS = 2;

  /** What was bought on one day. */
  record DayBought(LocalDate day, BigDecimal paid) {}

  /** The pattern at {@code today}, of a customer with {@code lifetime} left after refunds. */
  PurchasePattern pattern(BigDecimal lifetime, LocalDate today) {
    double share = paid.signum() > 0 ? lifetime.doubleValue() / paid.doubleValue() : 0;
    return new PurchasePattern(
        first,
        last,
        days,
        PurchasePattern.gapDays(first, last, days),
        days < 2
            ? BigDecimal.ZERO
            : amount(paid.subtract(firstPaid).doubleValue() * share / (days - 1)),
        months(share, today));
  }

  private List<BigDecimal> months(double share, LocalDate today) {
    double[] sums = new double[PurchasePattern.MONTHS];
    lately.orElse(List.of()).forEach(one -> {
      int ago = (int) ChronoUnit.MONTHS.between(one.day(), today);
      if (ago < sums.length) {
        sums[sums.length - 1 - ago] += one.paid().doubleValue() * share;
      }
    });
    return Arrays.stream(sums).mapToObj(DaysBought::amount).toList();
  }

  private static BigDecimal amount(double value) {
    return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP);
  }
}
