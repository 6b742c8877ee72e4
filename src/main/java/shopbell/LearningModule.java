package shopbell;

import io.vertx.ext.web.Router;
import java.util.List;
import shopbell.api.supervisor.ReasonQualityApi;
import shopbell.card.content.CardBuilder;
import shopbell.scheduling.Intervals;
import shopbell.scheduling.PeriodicTask;
import shopbell.store.card.PgSummaries;
import shopbell.store.training.PgPredictions;
import shopbell.training.ReasonBackfill;
import shopbell.training.ReasonTraining;

/** Learning the reasons of contacts from what agents chose at the wrap-up. */
record LearningModule(Foundation base, ReasonTraining training) implements Module {
  static LearningModule of(Foundation base, CardBuilder builder) {
    return new LearningModule(
        base,
        new ReasonTraining(
            base.vertx(), new PgPredictions(base.database()), builder, base.clock()));
  }

  /** Learns now, and again as often as configured. */
  void start() {
    training.start(base.configuration().training().every());
  }

  /** For contacts of the past, to be learned from as those of today are. */
  ReasonBackfill backfill() {
    return training.past(new PgSummaries(base.database(), base.configuration().currency()));
  }

  @Override
  public void mount(Router api) {
    new ReasonQualityApi(new PgPredictions(base.database()), training::last, base.clock())
        .mount(api);
  }

  @Override
  public List<PeriodicTask> tasks(Intervals intervals) {
    return List.of(PeriodicTask.onLeader(intervals.sweep(), training::prune));
  }
}
