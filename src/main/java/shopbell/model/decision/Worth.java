package shopbell.model.decision;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * What a success is worth, or an action costs: money or points.
 *
 * @param amount not negative, at most 1,000,000,000
 * @param unit a currency of ISO 4217, or {@code points}; worths of two units cannot be compared
 */
public record Worth(BigDecimal amount, String unit) {
  /** The unit of a company that values actions without money. */
  public static final String POINTS = "points";

  private static final Pattern UNIT = Pattern.compile("[A-Z]{3}|" + POINTS);
  private static final BigDecimal MOST = new BigDecimal("1000000000");

  /** Worth nothing, comparable with every unit. */
  public static final Worth NOTHING = new Worth(BigDecimal.ZERO, POINTS);

  public Worth {
    if (amount.signum() < 0 || amount.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("amount is a number from 0 to " + MOST);
    }
    if (!UNIT.matcher(unit).matches()) {
      throw new IllegalArgumentException(
          "unit is points, or a currency in three capital letters such as EUR");
    }
  }

  /** Whether it is worth nothing, in whatever unit. */
  public boolean isNothing() {
    return amount.signum() == 0;
  }

  /** Whether both have one unit, or one of them is nothing. */
  public boolean comparable(Worth other) {
    return isNothing() || other.isNothing() || unit.equals(other.unit);
  }
}
