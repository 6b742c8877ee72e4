package shopbell.training;

import java.util.Map;
import shopbell.prediction.value.FrequencyFamily;
import shopbell.prediction.value.FrequencyModel;
import shopbell.prediction.value.ValueParameters;

/**
 * The parameters of a model of customer value as they are stored.
 *
 * @param parameters fitted to the whole past, for cards
 * @param calibrated fitted without the newest part of the past, to be compared with later models on orders that neither has seen
 */
public record FittedValueModel(ValueParameters parameters, CalibratedModel calibrated) {
  /** A model of frequency by its name and parameters. */
  public record CalibratedModel(String model, Map<String, Double> parameters) {
    public CalibratedModel {
      parameters = Map.copyOf(parameters);
    }

    FrequencyModel frequency() {
      return FrequencyFamily.model(model, parameters);
    }
  }
}
