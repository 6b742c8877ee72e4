package shopbell.prediction.value;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The unit in which a model counts time; parameters of models in different units cannot be compared. */
public enum PeriodUnit {
  DAY(1),
  WEEK(7);

  private static final double DAYS_OF_A_YEAR = 365.25;

  private final int days;

  PeriodUnit(int days) {
    this.days = days;
  }

  /** From the start of one day to the start of the other, in this unit, with fractions; negative if {@code end} is earlier. */
  public double between(LocalDate start, LocalDate end) {
    return (double) ChronoUnit.DAYS.between(start, end) / days;
  }

  /** Twelve months of 365.25 days in all, in this unit. */
  public double year() {
    return DAYS_OF_A_YEAR / days;
  }

  /** {@code periods} of this unit in whole days, rounded up. */
  public long wholeDays(double periods) {
    return (long) Math.ceil(periods * days);
  }

  /** The word of the command line, in lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
