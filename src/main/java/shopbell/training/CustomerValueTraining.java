package shopbell.training;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.training.PredictionModelStore.ModelVersion;

/** Trains the models of customer value in the background, and stores each training as a version. Thread-safe. */
public final class CustomerValueTraining {
  /** The name of the versions in the store. */
  public static final String KIND = "value";

  private static final Logger LOG = LoggerFactory.getLogger(CustomerValueTraining.class);

  /** Four parameters need no more, and a fit takes seconds. */
  private static final int MOST_CUSTOMERS = 50_000;

  private static final Duration EVERY = Duration.ofHours(24);

  /** So many changed orders are an import; they are learned at once. */
  private static final long MANY_CHANGES = 1_000;

  private static final Duration AFTER_IMPORT = Duration.ofMinutes(10);
  private static final long LONGEST_MINUTES = 60;

  private final Vertx vertx;
  private final PurchaseStore purchases;
  private final PredictionModelStore models;
  private final Currency currency;
  private final InstantSource clock;
  private final AtomicBoolean running = new AtomicBoolean();

  /** Learns from purchases in {@code currency}, the shop's own. */
  public CustomerValueTraining(
      Vertx vertx,
      PurchaseStore purchases,
      PredictionModelStore models,
      Currency currency,
      InstantSource clock) {
    this.vertx = vertx;
    this.purchases = purchases;
    this.models = models;
    this.currency = currency;
    this.clock = clock;
  }

  /** Trains if the last training is a day old, or if many orders have changed since; never twice at once. */
  public void trainIfDue() {
    if (running.compareAndSet(false, true)) {
      purchases
          .changes()
          .compose(changes -> models.newest(KIND).map(last -> due(last, changes)))
          .compose(due -> due ? train().mapEmpty() : Future.succeededFuture())
          .onFailure(failed -> LOG.warn(
              "the value of customers is not learned this time: {}",
              failed.getClass().getSimpleName()))
          .onComplete(done -> running.set(false));
    }
  }

  private boolean due(Optional<ModelVersion> last, long changes) {
    return last.map(version -> {
          Duration age = Duration.between(version.madeAt(), clock.instant());
          boolean imported = Math.abs(changes - version.orderChanges()) >= MANY_CHANGES;
          return age.compareTo(imported ? AFTER_IMPORT : EVERY) >= 0;
        })
        .orElse(true);
  }

  /** Trains now, and stores the result; completes with the version and whether cards use it. */
  public Future<TrainingOutcome> train() {
    Instant now = clock.instant();
    return purchases
        .changes()
        .compose(changes -> purchases
            .purchases(currency, now, MOST_CUSTOMERS)
            .compose(bought -> models
                .live(KIND)
                .compose(live -> background(new ValueContest(bought, live, now, changes))))
            .compose(outcome -> models.keep(outcome.version(), outcome.live()).map(outcome)));
  }

  /** On a thread of its own, at most one core: a call is never slower because of it. */
  private Future<TrainingOutcome> background(ValueContest contest) {
    WorkerExecutor worker =
        vertx.createSharedWorkerExecutor("training", 1, LONGEST_MINUTES, TimeUnit.MINUTES);
    return worker.executeBlocking(contest::outcome).eventually(worker::close);
  }

  /** Cards use the version before again, and the present one becomes the previous one; false if there is none. */
  public Future<Boolean> back(String by) {
    return models.back(KIND, by, clock.instant());
  }
}
