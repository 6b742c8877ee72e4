package shopbell.training;

import java.time.Duration;
import shopbell.config.Settings;

/**
 * The configuration of the training of predictions.
 *
 * @param every the time between two trainings, from a minute to a week
 */
public record TrainingSettings(Duration every) {
  /** The key {@code reasons.retrainMinutes}. */
  public static TrainingSettings of(Settings settings) {
    return new TrainingSettings(settings.minutes("reasons.retrainMinutes"));
  }
}
