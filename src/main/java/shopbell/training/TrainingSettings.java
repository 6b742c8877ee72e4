package shopbell.training;

import java.time.Duration;
import java.util.List;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Settings;

/**
 * The configuration of the training of predictions.
 *
 * @param every the time between two trainings of reasons, from a minute to a week
 * @param value whether the value of customers is forecast
 */
public record TrainingSettings(Duration every, boolean value) {
  private static final String VALUE = "forecasts.value";

  /** The keys {@code reasons.retrainMinutes} and {@code forecasts.value}. */
  public static TrainingSettings of(Settings settings) {
    String value = settings.text(VALUE);
    if (!List.of("true", "false").contains(value)) {
      throw new InvalidConfiguration(VALUE + " is true or false");
    }
    return new TrainingSettings(settings.minutes("reasons.retrainMinutes"), value.equals("true"));
  }
}
