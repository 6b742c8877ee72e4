package shopbell.context;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import shopbell.metrics.Meters;
import shopbell.remote.CallFailed;
import shopbell.remote.CallFailed.Reason;

/**
 * Asks one source: ten cards of one customer once, so many a second, not again while the answer is fresh, and not at all
 * while the source is in trouble. Thread-safe; one slow source knows nothing of another.
 */
public final class Asker {
  private static final int MOST_REMEMBERED = 20_000;

  private final String name;
  private final Source source;
  private final Patience patience;
  private final Vertx vertx;
  private final InstantSource clock;
  private final Meters meters;
  private final Pause pause;
  private final Pace pace;
  private final Map<UUID, Asking> askings =
      Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Asking> eldest) {
          return size() > MOST_REMEMBERED;
        }
      });

  /** Nothing is asked yet. */
  public Asker(NamedSource named, Vertx vertx, Meters meters, InstantSource clock) {
    this.name = named.name();
    this.source = named.source();
    this.patience = named.patience();
    this.vertx = vertx;
    this.meters = meters;
    this.clock = clock;
    this.pause = new Pause(patience.pauseAfter(), patience.pauseFor());
    this.pace = new Pace(patience.perSecond());
  }

  String name() {
    return name;
  }

  /** How far it has got; {@link Asking#NEVER} when nobody has asked since the start. */
  Asking state(UUID customer) {
    return askings.getOrDefault(customer, Asking.NEVER);
  }

  Duration budget() {
    return patience.budget();
  }

  /** {@code again} asks although the answer is fresh; {@code changed} hears of every step that a card should show. */
  void ask(Answers answers, Answers.Known known, boolean again, Consumer<UUID> changed) {
    UUID customer = known.asked().customer();
    Optional<Duration> turn = begin(known, again);
    if (turn.isEmpty()) {
      changed.accept(customer);
      return;
    }
    changed.accept(customer);
    vertx.setTimer(patience.budget().toMillis() + 1, late -> changed.accept(customer));
    after(turn.get())
        .compose(go -> source
            .about(known.asked())
            .timeout(patience.timeout().toMillis(), TimeUnit.MILLISECONDS))
        .compose(records -> answers.keep(name, known.asked(), records, clock.instant()))
        .onComplete(done -> ended(customer, done.cause()))
        .onComplete(done -> changed.accept(customer));
  }

  /** How long to wait before the question goes out; empty when none is to be asked. */
  private synchronized Optional<Duration> begin(Answers.Known known, boolean again) {
    UUID customer = known.asked().customer();
    Instant now = clock.instant();
    Asking state =
        state(customer).remembering(Optional.ofNullable(known.answeredAt().get(name)));
    askings.put(customer, state);
    boolean fresh = state.failed().isEmpty()
        && state
            .answeredAt()
            .filter(at -> at.plus(patience.freshFor()).isAfter(now))
            .isPresent();
    if (state.running() || (fresh && !again)) {
      return Optional.empty();
    }
    if (pause.on(now)) {
      askings.put(customer, state.failed(Reason.PAUSED));
      return Optional.empty();
    }
    Duration wait = pace.turn(now);
    if (wait.compareTo(patience.timeout()) > 0) {
      askings.put(customer, state.failed(Reason.BUSY));
      return Optional.empty();
    }
    askings.put(customer, state.asked(now));
    return Optional.of(wait);
  }

  private Future<Void> after(Duration wait) {
    return wait.isZero()
        ? Future.succeededFuture()
        : vertx.timer(wait.toMillis() + 1, TimeUnit.MILLISECONDS).mapEmpty();
  }

  private void ended(UUID customer, Throwable failure) {
    Instant now = clock.instant();
    Asking asked = state(customer);
    Duration took = Duration.between(asked.askedAt().orElse(now), now);
    if (failure == null) {
      pause.succeeded();
      askings.put(customer, asked.answered(now));
      meters.sourceAnswered(name, "answered", took);
      return;
    }
    CallFailed why = why(failure);
    if (why.trouble()) {
      pause.failed(now);
    } else {
      pause.succeeded();
    }
    askings.put(customer, asked.failed(why.reason()));
    meters.sourceAnswered(
        name, why.reason().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), took);
  }

  private static CallFailed why(Throwable failure) {
    if (failure instanceof CallFailed known) {
      return known;
    }
    return new CallFailed(failure instanceof TimeoutException ? Reason.SILENT : Reason.BROKEN);
  }
}
