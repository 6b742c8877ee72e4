package shopbell;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import shopbell.api.Systems;
import shopbell.context.Source;
import shopbell.context.Sources;
import shopbell.remote.CallFailed;
import shopbell.words.Words;

/** The sources as an administrator sees them: what the operator has named, and how each has fared. */
final class AskedSystems implements Systems {
  private static final List<Long> BUCKETS = List.of(50L, 100L, 250L, 500L, 1_000L, 2_500L, 5_000L);

  private final ConfiguredSources configured;
  private final Sources sources;
  private final Words words;
  private final InstantSource clock;

  AskedSystems(ConfiguredSources configured, Sources sources, Words words, InstantSource clock) {
    this.configured = configured;
    this.sources = sources;
    this.words = words;
    this.clock = clock;
  }

  @Override
  public List<State> all() {
    return sources.health().stream()
        .map(one -> {
          ConfiguredSources.Named named = configured.named(one.name());
          return new State(
              one.name(),
              named.kind(),
              named.connector(),
              one.paused() ? "paused" : "asked",
              new TreeMap<>(one.counts()),
              one.answeredAt(),
              latency(one.took()),
              one.failed().map(why -> failure(why, one.failedAt().orElseThrow())));
        })
        .toList();
  }

  @Override
  public Future<Tried> tried(String name, Optional<UUID> customer) {
    return sources.whom(name, customer).compose(asked -> {
      Instant began = clock.instant();
      return sources
          .probe(name, asked)
          .transform(done -> Future.succeededFuture(tried(began, done.result(), done.cause())));
    });
  }

  private Tried tried(Instant began, Source.Answer answer, Throwable cause) {
    Instant now = clock.instant();
    long took = Duration.between(began, now).toMillis();
    if (cause == null) {
      return new Tried(true, took, answer.records().size(), Optional.empty());
    }
    CallFailed.Reason why =
        cause instanceof CallFailed known ? known.reason() : CallFailed.Reason.BROKEN;
    return new Tried(false, took, 0, Optional.of(failure(why, now)));
  }

  private Failure failure(CallFailed.Reason why, Instant at) {
    return new Failure(why.label(), words.say(why.word()), at);
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

  /** The nearest rank: the smallest value that so many of a hundred do not exceed. */
  private static Optional<Long> within(List<Long> sorted, int ofHundred) {
    return sorted.isEmpty()
        ? Optional.empty()
        : Optional.of(sorted.get((sorted.size() * ofHundred + 99) / 100 - 1));
  }
}
