package shopbell.context;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import shopbell.model.SourceState;
import shopbell.model.SourceStatus;
import shopbell.remote.CallFailed;
import shopbell.words.Words;

/** All systems that are asked about a customer, each at its own pace. Thread-safe. */
public final class Sources {
  /** An answer older than this is shown as what it is. */
  private static final Duration OLD = Duration.ofMinutes(10);

  private final List<Asker> askers;
  private final Answers answers;
  private final Words words;
  private final InstantSource clock;
  private volatile Consumer<UUID> changed = customer -> {};

  /** {@code askers} in the order in which a card lists them. */
  public Sources(List<Asker> askers, Answers answers, Words words, InstantSource clock) {
    this.askers = List.copyOf(askers);
    this.answers = answers;
    this.words = words;
    this.clock = clock;
  }

  /** {@code listener} hears whose cards are to be built anew; one listener at a time. */
  public void onChange(Consumer<UUID> listener) {
    changed = listener;
  }

  /** Asks every source that has no fresh answer about {@code customer}, all at once. */
  public void ask(UUID customer) {
    ask(customer, false);
  }

  /** Asks every source anew; completes when all have been asked, not when they have answered. */
  public Future<Void> refresh(UUID customer) {
    return ask(customer, true);
  }

  private Future<Void> ask(UUID customer, boolean again) {
    if (askers.isEmpty()) {
      return Future.succeededFuture();
    }
    return answers
        .about(customer)
        .onSuccess(known -> askers.forEach(asker -> asker.ask(answers, known, again, changed)))
        .mapEmpty();
  }

  /** What a card says of each source. */
  public List<SourceStatus> states(UUID customer) {
    Instant now = clock.instant();
    return askers.stream()
        .map(asker -> status(asker, asker.state(customer), now))
        .toList();
  }

  private SourceStatus status(Asker asker, Asking asking, Instant now) {
    Optional<String> reason = asking
        .failed()
        .map(why -> words.say("source." + why.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    return new SourceStatus(
        asker.name(),
        state(asking, asker.budget(), now),
        asking.answeredAt(),
        asking.took().map(Duration::toMillis),
        reason);
  }

  private static SourceState state(Asking asking, Duration budget, Instant now) {
    if (asking.failed().isPresent()) {
      boolean off = asking.failed().get() == CallFailed.Reason.NOTHING_TO_ASK_BY;
      return off ? SourceState.OFF : SourceState.FAILED;
    }
    if (asking.running()) {
      boolean late =
          asking.askedAt().filter(at -> !at.plus(budget).isAfter(now)).isPresent();
      return late
          ? SourceState.LATE
          : asking.answeredAt().isPresent() ? SourceState.STALE : SourceState.PENDING;
    }
    return asking
        .answeredAt()
        .map(at -> at.plus(OLD).isAfter(now) ? SourceState.FRESH : SourceState.STALE)
        .orElse(SourceState.PENDING);
  }
}
