package shopbell.model.decision;

import java.time.Duration;
import java.util.Optional;

/**
 * How often an action is shown to one person, and to which share of persons never.
 *
 * @param cap empty for no limit
 * @param coolingOff how long it is not shown after the customer has declined it; zero for no pause
 * @param mandatory something the company owes: it comes first, ignores cap and cooling-off, and is never held out
 * @param holdOut the share of persons who never see it, 0 to 0.5; empty for the share of the installation
 */
public record ActionLimits(
    Optional<FrequencyCap> cap, Duration coolingOff, boolean mandatory, Optional<Double> holdOut) {
  private static final double LARGEST = 0.5;
  private static final Duration LONGEST = Duration.ofDays(3_660);

  /** No limit, and the installation's hold-out. */
  public static final ActionLimits NONE =
      new ActionLimits(Optional.empty(), Duration.ZERO, false, Optional.empty());

  public ActionLimits {
    if (coolingOff.isNegative() || coolingOff.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("coolingOff is from PT0S to ten years");
    }
    if (holdOut.filter(share -> !(share >= 0 && share <= LARGEST)).isPresent()) {
      throw new IllegalArgumentException("holdOut is a share from 0 to " + LARGEST);
    }
    if (mandatory && (cap.isPresent() || !coolingOff.isZero() || holdOut.isPresent())) {
      throw new IllegalArgumentException(
          "a mandatory action has no cap, no coolingOff and no holdOut");
    }
  }
}
