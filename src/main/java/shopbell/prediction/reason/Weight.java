package shopbell.prediction.reason;

/**
 * What is known of one weight: a Gaussian distribution.
 *
 * @param mean the most likely value
 * @param precision the inverse of the variance, above 0; the larger, the more contacts are needed to move it
 */
public record Weight(double mean, double precision) {
  public Weight {
    if (!Double.isFinite(mean) || !(precision > 0)) {
      throw new IllegalArgumentException("a weight has a finite mean and a precision above 0");
    }
  }
}
