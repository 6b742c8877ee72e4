package shopbell.training;

import java.time.Duration;
import java.util.List;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Settings;

/**
 * The configuration of the training of predictions.
 *
 * @param every the time between two trainings of reasons, from a minute to a week
 * @param blindShare the share of contacts that hide predicted reasons until wrap-up, 0 to 1
 * @param value whether the value of customers is forecast
 */
public record TrainingSettings(Duration every, double blindShare, boolean value) {
  private static final String VALUE = "forecasts.value";

  /** The keys {@code reasons.retrainMinutes}, {@code reasons.blindShare} and {@code forecasts.value}. */
  public static TrainingSettings of(Settings settings) {
    String value = settings.text(VALUE);
    if (!List.of("true", "false").contains(value)) {
      throw new InvalidConfiguration(VALUE + " is true or false");
    }
    return new TrainingSettings(
        settings.minutes("reasons.retrainMinutes"),
        settings.share("reasons.blindShare"),
        value.equals("true"));
  }
}
