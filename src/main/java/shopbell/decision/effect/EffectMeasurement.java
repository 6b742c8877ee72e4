package shopbell.decision.effect;

import shopbell.model.decision.ActionEffect;

/**
 * The difference between persons who were shown an action and persons held out, made sharper by what they did before
 * (CUPED: Deng, Xu, Kohavi and Walker, Improving the Sensitivity of Online Controlled Experiments by Utilizing
 * Pre-Experiment Data, 2013).
 */
public final class EffectMeasurement {
  /** Added to the sum of squares of a group, as one success and one failure would: no group varies not at all. */
  private static final double SMOOTHING = 0.5;

  private EffectMeasurement() {}

  /** The effect of {@code action}; outcomes are 0 to 1, and so are the shares. */
  public static ActionEffect of(String action, OutcomeSums shown, OutcomeSums heldOut) {
    double slope = slope(shown, heldOut);
    double before =
        (shown.before() + heldOut.before()) / Math.max(1, shown.persons() + heldOut.persons());
    double with = shown.meanOutcome() - slope * (shown.meanBefore() - before);
    double without = heldOut.meanOutcome() - slope * (heldOut.meanBefore() - before);
    double variance = Math.max(variance(shown, slope), variance(heldOut, slope));
    double error = Math.sqrt(
        variance / Math.max(1, shown.persons()) + variance / Math.max(1, heldOut.persons()));
    double half = AlwaysValidInterval.half(error, shown.persons() + heldOut.persons());
    return new ActionEffect(
        action,
        share(with),
        share(without),
        Math.max(-1, with - without - half),
        Math.min(1, with - without + half),
        shown.persons(),
        heldOut.persons());
  }

  /** How much of the outcome goes with one unit of the value before, within the groups; 0 when it never varies. */
  private static double slope(OutcomeSums shown, OutcomeSums heldOut) {
    double spread = shown.beforeSpread() + heldOut.beforeSpread();
    return spread <= 0 ? 0 : (shown.jointSpread() + heldOut.jointSpread()) / spread;
  }

  /** Of a group's adjusted outcomes; infinite for fewer than two persons. */
  private static double variance(OutcomeSums group, double slope) {
    if (group.persons() < 2) {
      return Double.POSITIVE_INFINITY;
    }
    double spread = group.outcomeSpread()
        - 2 * slope * group.jointSpread()
        + slope * slope * group.beforeSpread();
    return (Math.max(0, spread) + SMOOTHING) / (group.persons() - 1);
  }

  private static double share(double mean) {
    return Math.max(0, Math.min(1, mean));
  }
}
