package shopbell.sources;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.i18n.Words;
import shopbell.model.Rejected;
import shopbell.model.Sentence;
import shopbell.model.card.SourceState;
import shopbell.model.card.SourceStatus;
import shopbell.remote.RemoteCallFailed;

/** All systems that are queried about a customer, each with its own limits. Thread-safe. */
public final class Sources {
  private static final Logger LOG = LoggerFactory.getLogger(Sources.class);

  /** An older answer is shown as outdated. */
  private static final Duration OLD = Duration.ofMinutes(10);

  private final List<SourceClient> askers;
  private final SourceAnswers sourceAnswers;
  private final Words words;
  private final InstantSource clock;
  private final SourceClient.AnswerListener answerListener;

  /** {@code askers} in the order in which a card lists them. */
  public Sources(
      List<SourceClient> askers,
      SourceAnswers sourceAnswers,
      SourceClient.AnswerListener answerListener,
      Words words,
      InstantSource clock) {
    this.askers = List.copyOf(askers);
    this.sourceAnswers = sourceAnswers;
    this.answerListener = answerListener;
    this.words = words;
    this.clock = clock;
  }

  /** Queries every source without a fresh answer about {@code customer}, all at once. */
  public void ask(UUID customer) {
    ask(customer, sourceClient -> true, false)
        .onFailure(away -> LOG.debug("sources are queried about customer {} later", customer));
  }

  /** Queries every source again; completes when all queries are sent, before they are answered. */
  public Future<Void> refresh(UUID customer) {
    return ask(customer, sourceClient -> true, true);
  }

  /** To be called every few seconds with the customers on cards: queries sources again that failed long enough ago. */
  public void recover(Set<UUID> customers) {
    for (UUID customer : customers) {
      if (askers.stream().anyMatch(sourceClient -> sourceClient.mayRecover(customer))) {
        ask(customer, sourceClient -> sourceClient.mayRecover(customer), true)
            .onFailure(away -> LOG.debug("sources are queried about customer {} later", customer));
      }
    }
  }

  private Future<Void> ask(UUID customer, Predicate<SourceClient> which, boolean again) {
    if (askers.isEmpty()) {
      return Future.succeededFuture();
    }
    return sourceAnswers
        .about(customer)
        .onSuccess(known -> askers.stream()
            .filter(which)
            .forEach(sourceClient -> sourceClient.ask(
                known,
                again,
                sourceAnswer -> sourceAnswers.keep(
                    sourceClient.name(), known.asked(), sourceAnswer, clock.instant()),
                answerListener)))
        .mapEmpty();
  }

  /** Stores an answer about an unknown caller; completes with the number of records left out. */
  @FunctionalInterface
  public interface Keeping {
    /** Fails with {@link shopbell.model.Unavailable}. */
    Future<Integer> keep(String source, Source.SourceAnswer sourceAnswer);
  }

  /**
   * Queries every source about an unknown caller; cards are notified by {@code asked.customer()}. {@code again}
   * includes sources that have answered just now.
   */
  public void ask(SourceQuery sourceQuery, boolean again, Keeping keeping) {
    askers.forEach(sourceClient -> ask(sourceClient, sourceQuery, again, keeping));
  }

  /** Queries sources again that failed long enough ago. */
  public void recover(SourceQuery sourceQuery, Keeping keeping) {
    askers.stream()
        .filter(sourceClient -> sourceClient.mayRecover(sourceQuery.customer()))
        .forEach(sourceClient -> ask(sourceClient, sourceQuery, true, keeping));
  }

  private void ask(
      SourceClient sourceClient, SourceQuery sourceQuery, boolean again, Keeping keeping) {
    if (!sourceQuery.nothing()) {
      sourceClient.ask(
          new SourceAnswers.Known(sourceQuery, Map.of()),
          again,
          sourceAnswer -> keeping.keep(sourceClient.name(), sourceAnswer),
          answerListener);
    }
  }

  /** The state of each source for an unknown caller. */
  public List<SourceStatus> states(SourceQuery sourceQuery) {
    QueryState nothing = QueryState.NEVER.failed(RemoteCallFailed.FailureReason.NOTHING_TO_ASK_BY);
    Instant now = clock.instant();
    return askers.stream()
        .map(sourceClient -> status(
            sourceClient,
            sourceQuery.nothing() ? nothing : sourceClient.state(sourceQuery.customer()),
            now))
        .toList();
  }

  /**
   * The state and statistics of a source since the start.
   *
   * @param paused after recent failures
   * @param counts of queries by result: answered, or a reason's label
   * @param took how long each of its last answers took
   */
  public record Health(
      String name,
      boolean paused,
      Map<String, Long> counts,
      List<Duration> took,
      Optional<Instant> answeredAt,
      Optional<RemoteCallFailed> failed,
      Optional<Instant> failedAt) {}

  /** In the order of a card. */
  public List<Health> health() {
    return askers.stream()
        .map(sourceClient -> {
          SourceStatistics.Copy fared = sourceClient.fared();
          return new Health(
              sourceClient.name(),
              sourceClient.paused(),
              fared.counts(),
              fared.took(),
              fared.answeredAt(),
              fared.failure().map(SourceStatistics.CountedFailure::why),
              fared.failure().map(SourceStatistics.CountedFailure::at));
        })
        .toList();
  }

  /** The query for {@code customer} at {@code name}, or the invented one; NOT_FOUND for no such source or customer. */
  public Future<SourceQuery> whom(String name, Optional<UUID> customer) {
    if (asker(name).isEmpty()) {
      return Future.failedFuture(
          new Rejected(Rejected.Reason.NOT_FOUND, "There is no source of that name."));
    }
    return customer
        .map(id -> sourceAnswers.about(id).map(SourceAnswers.Known::asked))
        .orElseGet(() -> Future.succeededFuture(SourceQuery.NOBODY));
  }

  /** One trial query outside limits and statistics, see {@link Source#tried}; does not fail, and stores nothing. */
  public Future<SourceTrial> tried(
      String name, SourceQuery sourceQuery, UnaryOperator<Object> mask) {
    return asker(name).orElseThrow().tried(sourceQuery, mask);
  }

  private Optional<SourceClient> asker(String name) {
    return askers.stream()
        .filter(sourceClient -> sourceClient.name().equals(name))
        .findFirst();
  }

  /**
   * The state of each source for {@code customer} now. To be read before the store: else a card could claim an answer
   * that was stored after its data was read.
   */
  public List<SourceStatus> states(UUID customer) {
    Instant now = clock.instant();
    return askers.stream()
        .map(sourceClient -> status(sourceClient, sourceClient.state(customer), now))
        .toList();
  }

  private SourceStatus status(SourceClient sourceClient, QueryState queryState, Instant now) {
    Optional<Sentence> said = queryState
        .failed()
        .map(why -> Sentence.of(why.word()))
        .or(() -> Optional.of(queryState.leftOut())
            .filter(others -> others > 0)
            .map(others -> Sentence.of("source.left-out", others)));
    return new SourceStatus(
        sourceClient.name(),
        state(queryState, sourceClient.budget(), now),
        queryState.answeredAt(),
        queryState.took().map(Duration::toMillis),
        said.map(words::say),
        said);
  }

  private static SourceState state(QueryState queryState, Duration budget, Instant now) {
    if (queryState.failed().isPresent()) {
      boolean off = queryState.failed().get() == RemoteCallFailed.FailureReason.NOTHING_TO_ASK_BY;
      return off ? SourceState.OFF : SourceState.FAILED;
    }
    if (queryState.running()) {
      boolean late =
          queryState.askedAt().filter(at -> !at.plus(budget).isAfter(now)).isPresent();
      return late
          ? SourceState.LATE
          : queryState.answeredAt().isPresent() ? SourceState.STALE : SourceState.PENDING;
    }
    return queryState
        .answeredAt()
        .map(at -> at.plus(OLD).isAfter(now) ? SourceState.FRESH : SourceState.STALE)
        .orElse(SourceState.PENDING);
  }
}
