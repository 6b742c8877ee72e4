package shopbell.training;

import io.vertx.core.Future;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.insight.ValueForecasts;
import shopbell.json.Json;
import shopbell.model.customer.ForecastBasis;
import shopbell.model.customer.ForecastState;
import shopbell.prediction.value.CustomerValueModel;
import shopbell.prediction.value.ValueTraining;
import shopbell.training.PredictionModelStore.ModelVersion;

/** Gives the live model of customer value to the cards of this node, whichever process has trained it. */
public final class LiveValueModel {
  private static final Logger LOG = LoggerFactory.getLogger(LiveValueModel.class);

  private final PredictionModelStore models;
  private final Currency currency;
  private final Consumer<ValueForecasts> cards;
  private volatile Optional<ModelVersion> known = Optional.empty();

  /** Tells {@code cards} each time the live version is another one. */
  public LiveValueModel(
      PredictionModelStore models, Currency currency, Consumer<ValueForecasts> cards) {
    this.models = models;
    this.currency = currency;
    this.cards = cards;
  }

  /** Reads which version is live; cards keep the one before if the store is away. */
  public Future<Void> refresh() {
    return models
        .live(CustomerValueTraining.KIND)
        .onSuccess(found -> {
          if (!found.equals(known)) {
            cards.accept(found.map(this::forecasts).orElseGet(ValueForecasts::untrained));
            known = found;
          }
        })
        .onFailure(away -> LOG.debug("the live model is read later"))
        .mapEmpty();
  }

  private ValueForecasts forecasts(ModelVersion version) {
    if (version.parameters().isEmpty()) {
      return ValueForecasts.without(ForecastState.TOO_FEW);
    }
    FittedValueModel fitted = Json.read(version.parameters().get(), FittedValueModel.class);
    return new ValueForecasts(
        new ForecastBasis(
            ForecastState.READY,
            ValueTraining.FEWEST_CUSTOMERS,
            ValueTraining.FEWEST_RETURNING,
            Optional.of(trained(version, fitted))),
        Optional.of(new CustomerValueModel(fitted.parameters())),
        currency.getCurrencyCode());
  }

  private static ForecastBasis.TrainedModel trained(ModelVersion version, FittedValueModel fitted) {
    ValueFigures figures = Json.read(version.figures(), ValueFigures.class);
    ValueFigures.JudgedModel best = figures.candidates().get(0);
    return new ForecastBasis.TrainedModel(
        fitted.parameters().model(),
        version.madeAt(),
        version.customers(),
        version.from().orElse(version.to()),
        version.to(),
        new ForecastBasis.HoldOutError(
            figures.calibrationEnd().orElse(version.to()),
            best.expectedOrders(),
            figures.orders(),
            best.meanError()));
  }
}
