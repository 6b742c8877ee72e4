package shopbell.model.decision;

import java.time.Duration;

/** How often an action is shown to one person: {@code times} within the last {@code within}; at most 1,000 in a year. */
public record FrequencyCap(int times, Duration within) {
  private static final int MOST = 1_000;
  private static final Duration LONGEST = Duration.ofDays(366);

  public FrequencyCap {
    if (times < 1 || times > MOST) {
      throw new IllegalArgumentException("times is a whole number from 1 to " + MOST);
    }
    if (within.isNegative() || within.isZero() || within.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("within is longer than nothing and at most a year");
    }
  }
}
