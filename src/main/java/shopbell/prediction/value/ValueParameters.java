package shopbell.prediction.value;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A fitted model as it is stored: a few numbers, nothing of any customer.
 *
 * @param model a name of {@link FrequencyFamily}
 * @param customers how many the model was fitted to
 */
public record ValueParameters(
    String model,
    Map<String, Double> parameters,
    Optional<GammaGamma> spend,
    PeriodUnit unit,
    int customers) {
  public ValueParameters {
    Objects.requireNonNull(spend);
    Objects.requireNonNull(unit);
    parameters = Map.copyOf(parameters);
    FrequencyFamily.model(model, parameters);
  }
}
