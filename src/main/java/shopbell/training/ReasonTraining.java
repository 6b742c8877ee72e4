package shopbell.training;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.card.CardListener;
import shopbell.card.SummaryStore;
import shopbell.card.content.CardBuilder;
import shopbell.card.content.CustomerInsight;
import shopbell.insight.BlindDraw;
import shopbell.model.card.ReasonPrediction;
import shopbell.training.PredictionStore.ConfirmedReason;
import shopbell.training.PredictionStore.PastReason;
import shopbell.training.ReasonQuality.Learned;

/** Stores predictions outside the path of a call, and trains the model in the background. Thread-safe. */
public final class ReasonTraining implements CardListener {
  private static final Logger LOG = LoggerFactory.getLogger(ReasonTraining.class);
  private static final long WRITE_MILLIS = 1_000;
  private static final int MOST_WAITING = 20_000;
  private static final int AT_A_TIME = 500;
  private static final int MOST_EXAMPLES = 20_000;

  /** The report on the quality covers the last 400 days. */
  private static final Duration REMEMBERED = Duration.ofDays(400);

  private final Vertx vertx;
  private final PredictionStore predictionStore;
  private final ReasonQuality quality;
  private final CardBuilder build;
  private final InstantSource clock;
  private final Map<UUID, UUID> guessed = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<ReasonPrediction> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger length = new AtomicInteger();
  private volatile Learned last = new Learned(Optional.empty(), 0, false);

  /** With the store of predictions, and of blind contacts. */
  public ReasonTraining(
      Vertx vertx,
      PredictionStore predictionStore,
      ReasonQuality quality,
      CardBuilder build,
      InstantSource clock) {
    this.vertx = vertx;
    this.predictionStore = predictionStore;
    this.quality = quality;
    this.build = build;
    this.clock = clock;
  }

  /** Trains now, and again after each {@code every}. */
  public void start(Duration every) {
    learn();
    vertx.setPeriodic(every.toMillis(), tick -> learn());
    vertx.setPeriodic(WRITE_MILLIS, tick -> write());
  }

  /** Stores the predicted reason, once for each customer the interaction is matched with. */
  @Override
  public void built(UUID customer, CustomerInsight customerInsight) {
    customerInsight.prediction().ifPresent(reasonPrediction -> {
      boolean news = !customer.equals(guessed.put(reasonPrediction.interaction(), customer));
      if (news && length.get() < MOST_WAITING) {
        length.incrementAndGet();
        waiting.add(reasonPrediction);
      }
    });
  }

  /**
   * Deletes predictions that neither training nor the report reads any more; in batches, the rest at the next call.
   */
  public void prune() {
    predictionStore
        .prune(clock.instant().minus(REMEMBERED), MOST_EXAMPLES)
        .onFailure(away -> LOG.debug("old predictions are deleted later"));
  }

  /**
   * Hides predicted reasons of a share of contacts from now on; the same share on each server with {@code key}.
   *
   * @param share 0 to 1
   */
  public void hide(byte[] key, double share) {
    build.hidingReasons(new BlindDraw(key, share));
  }

  @Override
  public void forgotten(UUID interaction) {
    guessed.remove(interaction);
  }

  /** Backfills predictions for imported past contacts, as examples for training. */
  public ReasonBackfill past(SummaryStore summaryStore) {
    return new ReasonBackfill(summaryStore, build, predictionStore);
  }

  /** The result of the last training. */
  public Learned last() {
    return last;
  }

  /** Writes waiting predictions; a failed write drops them, because they are not worth the memory to keep them. */
  private void write() {
    List<ReasonPrediction> some = new ArrayList<>();
    ReasonPrediction next = waiting.poll();
    while (next != null) {
      some.add(next);
      next = some.size() < AT_A_TIME ? waiting.poll() : null;
    }
    length.addAndGet(-some.size());
    predictionStore
        .remember(some)
        .onSuccess(written -> {
          if (some.size() == AT_A_TIME) {
            write();
          }
        })
        .onFailure(away -> LOG.debug("{} predictions are not stored", some.size()));
  }

  /** On a worker: reading is asynchronous, learning from twenty thousand contacts takes seconds. */
  public Future<Learned> learn() {
    Instant since = clock.instant().minus(REMEMBERED);
    return Future.join(
            predictionStore.said(MOST_EXAMPLES),
            predictionStore.past(MOST_EXAMPLES),
            quality.blind(since, Optional.empty()))
        .compose(read -> vertx.executeBlocking(
            () -> learned(read.resultAt(0), read.resultAt(1), read.resultAt(2)), false))
        .compose(figures -> predictionStore.trained(figures).map(stored -> last))
        .onFailure(away ->
            LOG.warn("the training failed this time: {}", away.getClass().getSimpleName()));
  }

  private TrainingFigures learned(
      List<ConfirmedReason> said, List<PastReason> past, List<ReasonQuality.BlindContact> blind) {
    Instant now = clock.instant();
    ReasonLearning learning = new ReasonLearning(said, past);
    ReasonLearning.Result result = learning.result(
        blind.stream().map(ReasonQuality.BlindContact::prediction).toList());
    build.learned(result.learned());
    last = new Learned(
        Optional.of(now).filter(x -> learning.contacts() > 0),
        learning.contacts(),
        result.learned().percentages());
    return new TrainingFigures(now, learning.contacts(), result.temperature(), result.heldOut());
  }
}
