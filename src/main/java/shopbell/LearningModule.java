package shopbell;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.List;
import shopbell.api.supervisor.ReasonQualityApi;
import shopbell.card.content.CardBuilder;
import shopbell.scheduling.Intervals;
import shopbell.scheduling.PeriodicTask;
import shopbell.store.card.PgSummaries;
import shopbell.store.security.PgServerSecrets;
import shopbell.store.training.PgPredictions;
import shopbell.store.training.PgReasonQuality;
import shopbell.training.ReasonBackfill;
import shopbell.training.ReasonTraining;
import shopbell.training.TrainingSettings;

/** Learning the reasons of contacts from what agents chose at the wrap-up. */
record LearningModule(Foundation base, ReasonTraining training) implements Module {
  static LearningModule of(Foundation base, CardBuilder builder) {
    PgPredictions predictions = new PgPredictions(base.database());
    return new LearningModule(
        base,
        new ReasonTraining(
            base.vertx(),
            predictions,
            new PgReasonQuality(base.database()),
            builder,
            base.clock()));
  }

  /** Draws contacts that hide their reasons; learns now, and again as often as configured. */
  Future<Void> start() {
    TrainingSettings settings = base.configuration().training();
    return new PgServerSecrets(base.database())
        .secret("hidden reasons")
        .onSuccess(key -> {
          training.hide(key, settings.blindShare());
          training.start(settings.every());
        })
        .mapEmpty();
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
    return List.of(PeriodicTask.onLeader(intervals.sweep(), training::prune));
  }
}
