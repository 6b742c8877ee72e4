package shopbell.nextaction;

import java.time.Instant;
import java.time.ZoneOffset;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Settings;

/**
 * The configuration of next best actions.
 *
 * @param holdOut the share of persons who do not see an action that states none itself, 0 to 0.5
 * @param keepMonths how long decisions are kept, 1 to 120 months
 */
public record NextActionSettings(double holdOut, int keepMonths) {
  private static final double LARGEST = 0.5;
  private static final int LONGEST = 120;

  /** The keys {@code decisions.holdOut} and {@code decisions.keepMonths}. */
  public static NextActionSettings of(Settings settings) {
    return new NextActionSettings(
        share(settings.text("decisions.holdOut")), months(settings.text("decisions.keepMonths")));
  }

  private static double share(String text) {
    if (!text.matches("0|0?[.]\\d{1,9}") || Double.parseDouble(text) > LARGEST) {
      throw new InvalidConfiguration("decisions.holdOut is a share from 0 to 0.5, such as 0.05");
    }
    return Double.parseDouble(text);
  }

  private static int months(String text) {
    if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > LONGEST) {
      throw new InvalidConfiguration("decisions.keepMonths is a whole number from 1 to 120");
    }
    return Integer.parseInt(text);
  }

  /** Decisions of before are deleted. */
  public Instant oldest(Instant now) {
    return now.atOffset(ZoneOffset.UTC).minusMonths(keepMonths).toInstant();
  }
}
