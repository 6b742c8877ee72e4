package shopbell.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * From when until when a customer buys, in days before now. Some customers have left, so that it can be learned who is
 * likely still one; those who call on the demo's day have not.
 */
record ShoppingPeriod(double startAgo, double endAgo) {
  private static final int LONGEST_DAYS = 730;
  private static final int SHORTEST_DAYS = 60;
  private static final double LEFT = 0.3;

  static ShoppingPeriod of(int number) {
    SplittableRandom random = new SplittableRandom(31L * number + 17);
    double start = random.nextDouble(SHORTEST_DAYS, LONGEST_DAYS);
    boolean left = random.nextDouble() < LEFT && !DemoCustomers.regular(number);
    return new ShoppingPeriod(start, left ? start * random.nextDouble(0.1, 0.9) : 1);
  }

  /** The instant at {@code share} of the period, from its end (0) to its start (1). */
  Instant at(double share, Instant now) {
    double days = endAgo + share * (startAgo - endAgo);
    return now.minus(Duration.ofMinutes(Math.round(days * 24 * 60)));
  }
}
