package shopbell.decision.effect;

/**
 * An interval for a mean that holds at every look, however often it is looked at (Waudby-Smith, Arbour, Sinha, Kennedy
 * and Ramdas, Time-uniform central limit theory and asymptotic confidence sequences, arXiv 2103.06476, theorem 2.2).
 */
final class AlwaysValidInterval {
  /** The share of experiments whose interval misses the truth at any look. */
  private static final double ALPHA = 0.05;

  /** The number of persons at which the interval is tightest. */
  private static final double TIGHTEST = 5_000;

  private static final double RHO_SQUARED =
      (-2 * Math.log(ALPHA) + Math.log(-2 * Math.log(ALPHA) + 1)) / TIGHTEST;

  private AlwaysValidInterval() {}

  /** Half its width for a mean of {@code persons} with the standard error {@code error}; infinite for nobody. */
  static double half(double error, long persons) {
    if (persons == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double scaled = persons * RHO_SQUARED;
    double width = 2 * (scaled + 1) / (persons * scaled) * Math.log(Math.sqrt(scaled + 1) / ALPHA);
    return error * Math.sqrt((double) persons) * Math.sqrt(width);
  }
}
