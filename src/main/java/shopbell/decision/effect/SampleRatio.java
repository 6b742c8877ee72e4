package shopbell.decision.effect;

/**
 * Whether as many persons were held out as the share says (chi-square test with one degree of freedom). If not, the
 * groups differ in more than the action, and no effect can be trusted.
 *
 * @param expected how many persons should be held out
 * @param probability of a difference at least as large by chance alone
 */
public record SampleRatio(long shown, long heldOut, double expected, double probability) {
  private static final double ALARM = 0.001;

  /** The test for groups that were drawn with {@code share}, above 0 and below 1. */
  public static SampleRatio of(long shown, long heldOut, double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share is above 0 and below 1");
    }
    double expected = (shown + heldOut) * share;
    double distance = heldOut - expected;
    double chiSquare =
        expected == 0 ? 0 : distance * distance * (1 / expected + 1 / (shown + heldOut - expected));
    return new SampleRatio(shown, heldOut, expected, complementaryError(Math.sqrt(chiSquare / 2)));
  }

  /** Whether the difference is no chance: administrators are told. */
  public boolean mismatch() {
    return probability < ALARM;
  }

  /**
   * erfc for {@code x} from 0, to seven digits (Press et al.,
   * Numerical Recipes in C, section 6.2).
   */
  private static double complementaryError(double x) {
    double t = 1 / (1 + x / 2);
    double[] terms = {
      -1.26551223,
      1.00002368,
      0.37409196,
      0.09678418,
      -0.18628806,
      0.27886807,
      -1.13520398,
      1.48851587,
      -0.82215223,
      0.17087277
    };
    double sum = 0;
    for (int i = terms.length - 1; i >= 0; i--) {
      sum = sum * t + terms[i];
    }
    return t * Math.exp(-x * x + sum);
  }
}
