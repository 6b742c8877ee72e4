package shopbell.prediction.value;

import java.util.Arrays;

/**
 * The number of events in a period at a rate that is Gamma(shape, rate) distributed: the negative binomial
 * distribution.
 */
final class GammaPoisson {
  private static final double UNDERFLOW = -600;

  private final double shape;
  private final double log;
  private final double step;

  /** Over {@code period}, in the unit of {@code rate}. */
  GammaPoisson(double shape, double rate, double period) {
    this.shape = shape;
    this.log = shape * (Math.log(rate) - Math.log(rate + period));
    this.step = period / (rate + period);
  }

  /** P(events ≥ n) for n = 0 … {@code most}. */
  double[] atLeast(int most) {
    double[] tail = new double[most + 1];
    tail[0] = 1;
    double logMass = log;
    double mass = Math.exp(log);
    for (int n = 0; n < most; n++) {
      tail[n + 1] = Math.max(0, tail[n] - mass);
      double ratio = (shape + n) / (n + 1) * step;
      if (logMass < UNDERFLOW) { // far below the bulk: exp would stay 0 for ever
        logMass += Math.log(ratio);
        mass = Math.exp(logMass);
      } else {
        mass *= ratio;
      }
    }
    return tail;
  }

  /** A number that is exceeded with negligible probability only. */
  int bound() {
    double mean = shape * step / (1 - step);
    double deviation = Math.sqrt(mean / (1 - step));
    return (int) Math.min(50_000, Math.ceil(mean + 9 * deviation + 24 / -Math.log(step)));
  }

  /** P(orders ≥ 1, 2, …), cut off where negligible. */
  static OrderDistribution cut(double[] tails, int length) {
    int end = length;
    while (end > 0 && tails[end - 1] < OrderDistribution.NEGLIGIBLE) {
      end--;
    }
    return new OrderDistribution(Arrays.copyOf(tails, end));
  }
}
