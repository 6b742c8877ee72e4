package shopbell;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import shopbell.api.supervisor.ReasonQualityApi;
import shopbell.card.content.CardBuilder;
import shopbell.insight.ValueForecasts;
import shopbell.model.customer.ForecastState;
import shopbell.scheduling.Intervals;
import shopbell.scheduling.PeriodicTask;
import shopbell.store.card.PgSummaries;
import shopbell.store.security.PgServerSecrets;
import shopbell.store.training.PgPredictionModels;
import shopbell.store.training.PgPredictions;
import shopbell.store.training.PgPurchases;
import shopbell.store.training.PgReasonQuality;
import shopbell.training.CustomerValueTraining;
import shopbell.training.LiveValueModel;
import shopbell.training.ReasonBackfill;
import shopbell.training.ReasonTraining;
import shopbell.training.TrainingSettings;

/** Learning the reasons of contacts from what agents chose at the wrap-up, and the value of customers from their purchases. */
record LearningModule(
    Foundation base,
    ReasonTraining training,
    CustomerValueTraining valueTraining,
    LiveValueModel liveValue)
    implements Module {
  private static final Duration VALUE = Duration.ofMinutes(1);

  static LearningModule of(Foundation base, CardBuilder builder) {
    PgPredictionModels models = new PgPredictionModels(base.database());
    Currency currency = base.configuration().currency();
    return new LearningModule(
        base,
        new ReasonTraining(
            base.vertx(),
            new PgPredictions(base.database()),
            new PgReasonQuality(base.database()),
            builder,
            base.clock()),
        new CustomerValueTraining(
            base.vertx(), new PgPurchases(base.database()), models, currency, base.clock()),
        new LiveValueModel(models, currency, forecasts(base, builder)));
  }

  /** Cards hear nothing of a model if forecasts are switched off. */
  private static Consumer<ValueForecasts> forecasts(Foundation base, CardBuilder builder) {
    if (base.configuration().training().value()) {
      return builder::forecasts;
    }
    builder.forecasts(ValueForecasts.without(ForecastState.OFF));
    return ignored -> {};
  }

  /** Draws contacts that hide their reasons; learns now, and again as often as configured. */
  Future<Void> start() {
    TrainingSettings settings = base.configuration().training();
    liveValue.refresh();
    return new PgServerSecrets(base.database())
        .secret("hidden reasons")
        .onSuccess(key -> {
          training.hide(key, settings.blindShare());
          training.start(settings.every());
        })
        .mapEmpty();
  }

  /** Learns the value of customers now; cards use it at once. */
  Future<Void> learnValue() {
    return valueTraining.train().compose(trained -> liveValue.refresh());
  }

  /** For contacts of the past, to be learned from as those of today are. */
  ReasonBackfill backfill() {
    return training.past(new PgSummaries(base.database(), base.configuration().currency()));
  }

  @Override
  public void mount(Router api) {
    new ReasonQualityApi(
            base.vertx(), new PgReasonQuality(base.database()), training::last, base.clock())
        .mount(api);
  }

  @Override
  public List<PeriodicTask> tasks(Intervals intervals) {
    PeriodicTask prune = PeriodicTask.onLeader(intervals.sweep(), training::prune);
    return base.configuration().training().value()
        ? List.of(
            prune,
            PeriodicTask.onLeader(VALUE, valueTraining::trainIfDue),
            PeriodicTask.everywhere(VALUE, liveValue::refresh))
        : List.of(prune);
  }
}
