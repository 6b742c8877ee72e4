package shopbell.model.decision;

import shopbell.model.ContractWord;

/**
 * How much an action changes, measured against persons who never see it.
 *
 * @param with the share of successes of persons who were shown it, 0 to 1
 * @param without the share among those held out
 * @param low the lower end of the difference; its interval holds at every look (95 %)
 * @param high the upper end
 * @param shown persons who were shown it
 * @param heldOut persons who would have been shown it
 */
public record ActionEffect(
    String action, double with, double without, double low, double high, long shown, long heldOut) {
  /** What can be said of an effect. */
  public enum Verdict implements ContractWord {
    /** The whole interval is above zero. */
    HELPS("helps"),
    /** The interval contains zero. */
    OPEN("open"),
    /** The whole interval is below zero. */
    HARMS("harms"),
    /** Too few persons for any statement. */
    TOO_NEW("too-new");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /** Fewer persons shown make no statement. */
  public static final int LEAST_SHOWN = 100;

  /** Fewer persons held out make no statement. */
  public static final int LEAST_HELD_OUT = 30;

  /** The statement for this interval. */
  public Verdict verdict() {
    if (shown < LEAST_SHOWN || heldOut < LEAST_HELD_OUT) {
      return Verdict.TOO_NEW;
    }
    return low > 0 ? Verdict.HELPS : high < 0 ? Verdict.HARMS : Verdict.OPEN;
  }
}
