package shopbell.training;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import shopbell.json.Json;
import shopbell.prediction.value.PeriodUnit;
import shopbell.prediction.value.Purchase;
import shopbell.prediction.value.PurchaseLog;
import shopbell.prediction.value.ValueEvaluation;
import shopbell.prediction.value.ValueTraining;
import shopbell.training.FittedValueModel.CalibratedModel;
import shopbell.training.PredictionModelStore.ModelVersion;

/**
 * Fits new models and compares the best of them with the live one on the newest quarter of the past. Both have parameters that were
 * fitted to older orders only. Takes seconds; for a worker.
 */
final class ValueContest {
  private static final PeriodUnit UNIT = PeriodUnit.WEEK;

  private final List<Purchase> purchases;
  private final Optional<ModelVersion> live;
  private final Instant now;
  private final long changes;

  ValueContest(List<Purchase> purchases, Optional<ModelVersion> live, Instant now, long changes) {
    this.purchases = purchases;
    this.live = live;
    this.now = now;
    this.changes = changes;
  }

  TrainingOutcome outcome() {
    if (purchases.isEmpty()) {
      return tooFew(Optional.empty(), 0);
    }
    PurchaseLog log = new PurchaseLog(purchases);
    ValueTraining training = oneCore(log);
    if (training instanceof ValueTraining.Trained trained) {
      return trained(log, trained);
    }
    ValueTraining.TooFewCustomers few = (ValueTraining.TooFewCustomers) training;
    return tooFew(Optional.of(log.first()), few.customers());
  }

  /** Parallel fits stay in the pool that they begin in. */
  private ValueTraining oneCore(PurchaseLog log) {
    ForkJoinPool pool = new ForkJoinPool(1);
    try {
      return pool.invoke(ForkJoinTask.adapt(() -> ValueTraining.of(log, today(), UNIT)));
    } finally {
      pool.shutdown();
    }
  }

  /** It is used only while nothing better was ever learned. */
  private TrainingOutcome tooFew(Optional<LocalDate> from, int customers) {
    ValueFigures figures =
        new ValueFigures(customers, Optional.empty(), List.of(), 0, Optional.empty());
    return new TrainingOutcome(
        version(from, customers, figures, Optional.empty()),
        figures,
        live.flatMap(ModelVersion::parameters).isEmpty());
  }

  private TrainingOutcome trained(PurchaseLog log, ValueTraining.Trained trained) {
    ValueEvaluation evaluation = trained.evaluation();
    ValueFigures figures = new ValueFigures(
        evaluation.customers(),
        Optional.of(trained.calibrationEnd()),
        evaluation.candidates().stream().map(ValueContest::judged).toList(),
        evaluation.holdoutActual(),
        live.flatMap(ModelVersion::parameters)
            .map(json -> Json.read(json, FittedValueModel.class).calibrated().frequency())
            .map(old -> judged(ValueEvaluation.judged(old, log, trained.calibrationEnd(), UNIT))));
    FittedValueModel fitted = new FittedValueModel(
        trained.model().parameters(),
        new CalibratedModel(
            evaluation.chosen().model().name(), evaluation.chosen().model().parameters()));
    return new TrainingOutcome(
        version(
            Optional.of(log.first()),
            trained.model().parameters().customers(),
            figures,
            Optional.of(fitted)),
        figures,
        figures.better());
  }

  private ModelVersion version(
      Optional<LocalDate> from,
      int customers,
      ValueFigures figures,
      Optional<FittedValueModel> fitted) {
    return new ModelVersion(
        CustomerValueTraining.KIND,
        now,
        from,
        today(),
        customers,
        Json.write(figures),
        fitted.map(Json::write),
        changes);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  private static ValueFigures.JudgedModel judged(ValueEvaluation.Candidate candidate) {
    return new ValueFigures.JudgedModel(
        candidate.model().name(), candidate.holdoutMae(), candidate.holdoutExpected());
  }
}
