package shopbell.sources;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerState;
import io.vertx.circuitbreaker.OpenCircuitException;
import io.vertx.circuitbreaker.TimeoutException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import shopbell.metrics.Meters;
import shopbell.model.Unavailable;
import shopbell.remote.RemoteCallFailed;
import shopbell.remote.RemoteCallFailed.FailureReason;

/**
 * Queries one source: once for ten cards of one customer, at a limited rate, not again while the answer is fresh, and
 * not at all while the source is paused. Thread-safe; a slow source does not delay others.
 */
public final class SourceClient {
  private static final int MOST_REMEMBERED = 20_000;

  private final NamedSource source;
  private final Vertx vertx;
  private final InstantSource clock;
  private final Meters meters;
  private final CircuitBreaker breaker;
  private final RateLimiter rateLimiter;
  private final Runnable healthChanged;
  private final SourceStatistics sourceStatistics = new SourceStatistics();
  private final Map<UUID, QueryState> queries = Caffeine.newBuilder()
      .maximumSize(MOST_REMEMBERED)
      .<UUID, QueryState>build()
      .asMap();

  /**
   * Creates a client without any query sent; {@code healthChanged} is run after each result, and after each pause and
   * its end. It must not block.
   */
  public SourceClient(
      NamedSource source, Vertx vertx, Meters meters, Runnable healthChanged, InstantSource clock) {
    this.source = source;
    this.healthChanged = healthChanged;
    this.vertx = vertx;
    this.meters = meters;
    this.clock = clock;
    this.breaker = CircuitBreaker.create(source.name(), vertx, source.patience().breaker());
    this.breaker.failurePolicy(done -> done.failed() && why(done.cause()).trouble());
    breaker.openHandler(paused -> healthChanged.run());
    breaker.halfOpenHandler(resumed -> healthChanged.run());
    breaker.closeHandler(well -> healthChanged.run());
    this.rateLimiter = new RateLimiter(source.patience().perSecond());
  }

  String name() {
    return source.name();
  }

  /** The state for a customer; {@link QueryState#NEVER} before the first query since the start. */
  QueryState state(UUID customer) {
    return queries.getOrDefault(customer, QueryState.NEVER);
  }

  /** The statistics of all customers since the start. */
  SourceStatistics.Copy fared() {
    return sourceStatistics.copy();
  }

  /** Whether it is paused after recent failures. */
  boolean paused() {
    return breaker.state() == CircuitBreakerState.OPEN;
  }

  /** Sends one query at once, outside limits and statistics; nothing of the answer is stored. */
  Future<SourceTrial> tried(SourceQuery sourceQuery, UnaryOperator<Object> mask) {
    return source.source().tried(sourceQuery, mask);
  }

  Duration budget() {
    return source.patience().budget();
  }

  /** Whether its last query failed because of the source itself, so long ago that a retry is due. */
  boolean mayRecover(UUID customer) {
    QueryState state = state(customer);
    Instant before = clock.instant().minus(source.patience().pauseFor());
    return state.failed().filter(FailureReason::passing).isPresent()
        && state.askedAt().filter(at -> at.isBefore(before)).isPresent();
  }

  /**
   * {@code again} queries even if the answer is fresh; {@code keeping} stores the answer and completes with the number
   * of records left out.
   */
  void ask(
      SourceAnswers.Known known,
      boolean again,
      Function<Source.SourceAnswer, Future<Integer>> keeping,
      AnswerListener answerListener) {
    UUID customer = known.asked().customer();
    Optional<Duration> turn = begin(known, again);
    answerListener.asked(customer, false);
    if (turn.isEmpty()) {
      return;
    }
    vertx.setTimer(budget().toMillis() + 1, late -> answerListener.asked(customer, false));
    after(turn.get())
        .compose(go -> breaker.execute(() -> source.source().about(known.asked())))
        .compose(keeping)
        .onComplete(done -> ended(customer, done.result(), done.cause()))
        .onComplete(done -> answerListener.asked(customer, done.succeeded()));
  }

  /** Receives changes that cards have to show. */
  @FunctionalInterface
  public interface AnswerListener {
    /** The state of the source has changed, and with {@code stored} the data of the customer too. */
    void asked(UUID customer, boolean stored);
  }

  /** How long to wait before the query is sent; empty when none is due. */
  private synchronized Optional<Duration> begin(SourceAnswers.Known known, boolean again) {
    UUID customer = known.asked().customer();
    Instant now = clock.instant();
    QueryState state =
        state(customer).remembering(Optional.ofNullable(known.answeredAt().get(name())));
    queries.put(customer, state);
    if (state.running() || (!again && state.fresh(source.patience().freshFor(), now))) {
      return Optional.empty();
    }
    Duration wait = rateLimiter.turn(now);
    if (wait.compareTo(source.patience().timeout()) > 0) {
      queries.put(customer, state.asked(now).failed(FailureReason.BUSY));
      return Optional.empty();
    }
    queries.put(customer, state.asked(now));
    return Optional.of(wait);
  }

  private Future<Void> after(Duration wait) {
    return wait.isZero()
        ? Future.succeededFuture()
        : vertx.timer(wait.toMillis() + 1, TimeUnit.MILLISECONDS).mapEmpty();
  }

  private void ended(UUID customer, Integer leftOut, Throwable failure) {
    Instant now = clock.instant();
    QueryState asked = state(customer);
    Duration took = Duration.between(asked.askedAt().orElse(now), now);
    if (failure == null) {
      queries.put(customer, asked.answered(now, leftOut));
      meters.sourceAnswered(name(), "answered", took);
      sourceStatistics.answered(took, leftOut, now);
    } else {
      RemoteCallFailed why = why(failure);
      queries.put(customer, asked.failed(why.reason()));
      meters.sourceAnswered(name(), why.reason().label(), took);
      sourceStatistics.failed(why, now);
    }
    healthChanged.run();
  }

  private static RemoteCallFailed why(Throwable failure) {
    if (failure instanceof RemoteCallFailed known) {
      return known;
    }
    if (failure instanceof OpenCircuitException) {
      return new RemoteCallFailed(FailureReason.PAUSED);
    }
    if (failure instanceof TimeoutException) {
      return new RemoteCallFailed(FailureReason.SILENT);
    }
    return new RemoteCallFailed(
        failure instanceof Unavailable ? FailureReason.NOT_KEPT : FailureReason.BROKEN);
  }
}
