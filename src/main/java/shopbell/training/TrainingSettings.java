package shopbell.training;

import java.time.Duration;
import shopbell.config.Settings;

/**
 * The configuration of the training of predictions.
 *
 * @param every the time between two trainings, from a minute to a week
 * @param blindShare the share of contacts that hide predicted reasons until wrap-up, 0 to 1
 */
public record TrainingSettings(Duration every, double blindShare) {
  /** The keys {@code reasons.retrainMinutes} and {@code reasons.blindShare}. */
  public static TrainingSettings of(Settings settings) {
    return new TrainingSettings(
        settings.minutes("reasons.retrainMinutes"), settings.share("reasons.blindShare"));
  }
}
