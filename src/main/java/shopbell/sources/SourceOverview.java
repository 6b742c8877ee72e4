package shopbell.sources;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import shopbell.connector.ConnectorTrial;
import shopbell.i18n.Words;
import shopbell.remote.FailureDetails;
import shopbell.remote.RemoteCallFailed;
import shopbell.remote.SentRequest;

/** The sources as an administrator sees them: the configuration and statistics of each. */
public final class SourceOverview implements SourceAdministration {
  private static final List<Long> BUCKETS = List.of(50L, 100L, 250L, 500L, 1_000L, 2_500L, 5_000L);

  private final ConfiguredSources configured;
  private final Sources sources;
  private final Words words;
  private final InstantSource clock;

  public SourceOverview(
      ConfiguredSources configured, Sources sources, Words words, InstantSource clock) {
    this.configured = configured;
    this.sources = sources;
    this.words = words;
    this.clock = clock;
  }

  @Override
  public List<SourceReport> all() {
    return sources.health().stream()
        .map(one -> {
          ConfiguredSources.ConfiguredSource configuredSource = configured.named(one.name());
          return new SourceReport(
              one.name(),
              configuredSource.kind(),
              configuredSource.connector(),
              one.paused() ? "paused" : "asked",
              new TreeMap<>(one.counts()),
              one.answeredAt(),
              latency(one.took()),
              one.failed().map(why -> failure(why, one.failedAt().orElseThrow())));
        })
        .toList();
  }

  @Override
  public Future<ShownTrial> tried(String name, Optional<UUID> customer, boolean plain) {
    return sources.whom(name, customer).compose(sourceQuery -> {
      Instant began = clock.instant();
      TrialMask mask = plain ? TrialMask.NONE : TrialMask.about(sourceQuery);
      return sources
          .tried(name, sourceQuery, mask)
          .map(sourceTrial -> tried(began, sourceTrial, mask));
    });
  }

  private ShownTrial tried(Instant began, SourceTrial sourceTrial, TrialMask mask) {
    Instant now = clock.instant();
    List<Object> events = sourceTrial.made().map(ConnectorTrial.Result::events).orElse(List.of());
    return new ShownTrial(
        sourceTrial.failed().isEmpty(),
        Duration.between(began, now).toMillis(),
        sourceTrial.failed().isEmpty() ? events.size() : 0,
        sourceTrial.failed().map(why -> failure(why, now)),
        sourceTrial.steps().stream().map(trialStep -> step(trialStep, mask)).toList(),
        events,
        mask == TrialMask.NONE);
  }

  private static ShownStep step(SourceTrial.TrialStep trialStep, TrialMask mask) {
    return new ShownStep(
        trialStep.name(),
        trialStep.asked(),
        trialStep.requests().stream()
            .map(sentRequest -> request(sentRequest, mask))
            .toList(),
        trialStep.value());
  }

  private static Request request(SentRequest sentRequest, TrialMask mask) {
    return new Request(
        sentRequest.method(),
        mask.url(sentRequest.url()),
        mask.headers(sentRequest.headers()),
        sentRequest.body(),
        sentRequest.received().map(SourceOverview::received),
        sentRequest.tookMs());
  }

  private static Received received(shopbell.remote.ResponseSummary one) {
    return new Received(one.status(), one.type(), one.bytes(), one.beginning());
  }

  private LastFailure failure(RemoteCallFailed why, Instant at) {
    FailureDetails more = why.particulars();
    return new LastFailure(
        why.reason().label(),
        words.say(why.reason().word()),
        at,
        more.step(),
        more.what(),
        more.line(),
        more.column(),
        more.received().map(SourceOverview::received));
  }

  private static Latency latency(List<Duration> took) {
    List<Long> sorted = took.stream().map(Duration::toMillis).sorted().toList();
    List<Bucket> buckets = new ArrayList<>();
    long below = 0;
    for (long bound : BUCKETS) {
      long within = sorted.stream().filter(ms -> ms <= bound).count();
      buckets.add(new Bucket(Optional.of(bound), within - below));
      below = within;
    }
    buckets.add(new Bucket(Optional.empty(), sorted.size() - below));
    return new Latency(sorted.size(), within(sorted, 50), within(sorted, 95), buckets);
  }

  /** The nearest-rank percentile: the smallest value that {@code ofHundred} percent do not exceed. */
  private static Optional<Long> within(List<Long> sorted, int ofHundred) {
    return sorted.isEmpty()
        ? Optional.empty()
        : Optional.of(sorted.get((sorted.size() * ofHundred + 99) / 100 - 1));
  }
}
