package shopbell.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.events.ChangePublisher;
import shopbell.events.Topic;

/**
 * Upgrades stored handles to the current form, then runs the duplicate finder until shutdown; it is busy for at most
 * half of the time.
 */
public final class DuplicateSearchTask {
  private static final Logger LOG = LoggerFactory.getLogger(DuplicateSearchTask.class);
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

  private final Vertx vertx;
  private final HandleFormUpgrade forms;
  private final DuplicateFinder finder;
  private final ChangePublisher changePublisher;
  private final InstantSource clock;
  private volatile boolean ended;

  /** Creates a task that is not started; {@code changes} receives the customers it touches. */
  public DuplicateSearchTask(
      Vertx vertx,
      HandleFormUpgrade forms,
      DuplicateFinder finder,
      ChangePublisher changePublisher,
      InstantSource clock) {
    this.vertx = vertx;
    this.forms = forms;
    this.finder = finder;
    this.changePublisher = changePublisher;
    this.clock = clock;
  }

  /** Starts the first round soon; rounds are skipped while {@code mine} is false. */
  public void begin(BooleanSupplier mine) {
    after(IDLE, mine);
  }

  /** Starts no further round; the database completes a running one or rolls it back. */
  public void end() {
    ended = true;
  }

  private void after(Duration pause, BooleanSupplier mine) {
    if (!ended) {
      vertx.setTimer(Math.max(1, pause.toMillis()), timer -> round(mine));
    }
  }

  private void round(BooleanSupplier mine) {
    if (!mine.getAsBoolean()) {
      after(IDLE, mine);
      return;
    }
    Instant began = clock.instant();
    forms
        .round()
        .compose(renewed -> {
          changePublisher.changed(renewed.touched());
          return renewed.more() ? Future.succeededFuture(renewed) : finder.round(began);
        })
        .onSuccess(round -> {
          changePublisher.changed(round.touched());
          if (round.news()) {
            changePublisher.topicChanged(Topic.DUPLICATES);
          }
          after(round.more() ? Duration.between(began, clock.instant()) : IDLE, mine);
        })
        .onFailure(failure -> {
          LOG.debug("the duplicate finder pauses: {}", failure.getClass().getSimpleName());
          after(AFTER_FAILURE, mine);
        });
  }
}
