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
import shopbell.insight.ContactReasons;
import shopbell.model.card.ReasonPrediction;
import shopbell.prediction.NaiveBayes;
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
  private final CardBuilder build;
  private final InstantSource clock;
  private final Map<UUID, UUID> guessed = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<ReasonPrediction> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger length = new AtomicInteger();
  private volatile Learned last = new Learned(Optional.empty(), 0);

  public ReasonTraining(
      Vertx vertx, PredictionStore predictionStore, CardBuilder build, InstantSource clock) {
    this.vertx = vertx;
    this.predictionStore = predictionStore;
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

  /** On a worker: reading is asynchronous, counting twenty thousand contacts is not. */
  public Future<Learned> learn() {
    return predictionStore
        .said(MOST_EXAMPLES)
        .compose(said -> vertx.executeBlocking(() -> learned(said), false))
        .onFailure(away ->
            LOG.warn("the training failed this time: {}", away.getClass().getSimpleName()));
  }

  private Learned learned(List<PredictionStore.ConfirmedReason> said) {
    Instant now = clock.instant();
    List<NaiveBayes.Example> examples =
        said.stream().map(s -> new NaiveBayes.Example(s.signals(), s.topic())).toList();
    build.learned(ContactReasons.learned(examples));
    last = new Learned(Optional.of(now).filter(x -> !examples.isEmpty()), examples.size());
    return last;
  }
}
