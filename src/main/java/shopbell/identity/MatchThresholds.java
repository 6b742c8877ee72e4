package shopbell.identity;

import shopbell.config.InvalidConfiguration;
import shopbell.config.Settings;

/**
 * The probabilities from which a customer is shown as known, as likely, and two records are suggested as duplicates.
 */
public record MatchThresholds(double known, double likely, double duplicate) {
  /** The defaults of the configuration. */
  public static final MatchThresholds DEFAULT = new MatchThresholds(0.98, 0.65, 0.9);

  public MatchThresholds {
    if (known <= likely) {
      throw new InvalidConfiguration("identity.known is greater than identity.likely");
    }
  }

  /** As configured; InvalidConfiguration when a value is no probability or their order is wrong. */
  public static MatchThresholds of(Settings settings) {
    return new MatchThresholds(
        settings.fraction("identity.known"),
        settings.fraction("identity.likely"),
        settings.fraction("identity.duplicate"));
  }
}
