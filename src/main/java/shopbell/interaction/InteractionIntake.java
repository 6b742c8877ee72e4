package shopbell.interaction;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.events.Change;
import shopbell.events.ChangePublisher;
import shopbell.events.Topic;
import shopbell.identity.HandleNormaliser;
import shopbell.identity.HandleStore;
import shopbell.identity.IgnoredHandleCounts;
import shopbell.ingress.EventIntake;
import shopbell.metrics.Meters;
import shopbell.model.Unavailable;
import shopbell.model.event.CustomerRecord;
import shopbell.model.event.Inbound;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.NoticeRecord;
import shopbell.model.event.OrderRecord;
import shopbell.model.interaction.InteractionLifecycle;
import shopbell.model.interaction.InteractionState;
import shopbell.model.interaction.TrackedInteraction;

/**
 * Takes events from the doors to the desk: first stored, then shown. Also restores, catches up with and sweeps the open
 * interactions.
 */
public final class InteractionIntake implements EventIntake {
  /** The ports and parts behind it; {@code open} is the list that {@code card} uses. */
  public record IntakeParts(
      HandleNormaliser normaliser,
      IgnoredHandleCounts ignored,
      EventStore ledger,
      EventRecorder arrivals,
      HandleStore identities,
      OpenInteractions open) {}

  private static final Logger LOG = LoggerFactory.getLogger(InteractionIntake.class);

  /** How long the key of an event is stored to detect a repetition; longer than any sender retries. */
  private static final Duration REMEMBERED = Duration.ofDays(15);

  private static final int MOST_ROUNDS = 20;

  private final IntakeParts intakeParts;
  private final UnsavedInteractions unsavedInteractions;
  private final ChangePublisher changePublisher;
  private final Meters meters;
  private final InstantSource clock;

  public InteractionIntake(
      IntakeParts intakeParts,
      ChangePublisher changePublisher,
      Meters meters,
      InstantSource clock) {
    this.intakeParts = intakeParts;
    this.unsavedInteractions = new UnsavedInteractions(intakeParts.open(), changePublisher);
    this.changePublisher = changePublisher;
    this.meters = meters;
    this.clock = clock;
  }

  /** Shows the interactions that were open when the program stopped. */
  public Future<Void> restore() {
    Instant now = clock.instant();
    return intakeParts
        .ledger()
        .open(now)
        .onSuccess(open -> open.forEach(i -> found(i, now)))
        .mapEmpty();
  }

  /** Shows changes by other nodes whose notification was lost; to be called every few seconds. */
  public Future<Void> catchUp() {
    Instant now = clock.instant();
    return intakeParts
        .ledger()
        .revisions(now)
        .compose(there -> intakeParts.ledger().courses(intakeParts.open().behind(there), now))
        .onSuccess(newer -> newer.forEach(interaction -> found(interaction, now)))
        .mapEmpty();
  }

  private void found(TrackedInteraction interaction, Instant now) {
    changePublisher.changedElsewhere(new Change.InteractionSaved(interaction, now));
  }

  /** Closes interactions without an end; {@code leader} says whether this node does the scheduled work. */
  public void sweep(boolean leader) {
    Instant now = clock.instant();
    if (leader) {
      prune(now.minus(REMEMBERED), MOST_ROUNDS)
          .onFailure(away -> LOG.debug("keys of old events are deleted later"));
    }
    for (UUID id : intakeParts.open().forgotten(now, leader)) {
      boolean closed = intakeParts
          .open()
          .course(id)
          .filter(known -> known.interaction().state() == InteractionState.CLOSED)
          .isPresent();
      if (closed) {
        changePublisher.publish(new Change.InteractionForgotten(id));
      } else {
        close(id, now);
      }
    }
  }

  private void close(UUID id, Instant now) {
    intakeParts
        .ledger()
        .change(id, interaction -> InteractionLifecycle.wrappedUp(interaction, now), now)
        .onSuccess(interaction -> changePublisher.saved(interaction, now))
        .onFailure(failure -> unsavedInteractions.never(id, failure, clock.instant()));
  }

  private Future<Void> prune(Instant before, int rounds) {
    return intakeParts
        .ledger()
        .prune(before)
        .compose(more -> more && rounds > 1 ? prune(before, rounds - 1) : Future.succeededFuture());
  }

  @Override
  public Future<TakenEvents> take(String door, List<Inbound> events, Instant receivedAt) {
    NormalisedEvents normalisedEvents = NormalisedEvents.of(door, events, intakeParts);
    Deque<Inbound> left = new ArrayDeque<>(normalisedEvents.events());
    List<Future<Void>> shown = new CopyOnWriteArrayList<>();
    return all(door, left, receivedAt, shown)
        .map(kept -> new TakenEvents(
            Future.join(shown).transform(done -> Future.succeededFuture()),
            normalisedEvents.warnings()))
        .onFailure(failure -> {
          if (failure instanceof Unavailable) {
            left.forEach(event -> unsavedInteractions.not(door, event, receivedAt));
          }
        });
  }

  /** Stores the events one after the other; {@code left} are those not stored yet. */
  private Future<Void> all(
      String door, Deque<Inbound> left, Instant receivedAt, List<Future<Void>> shown) {
    Inbound next = left.peek();
    if (next == null) {
      return Future.succeededFuture();
    }
    Future<EventStore.SavedEvent> keeping = intakeParts
        .arrivals()
        .keep(
            door,
            next,
            receivedAt,
            () -> List.copyOf(left)
                .forEach(event -> unsavedInteractions.notYet(door, event, receivedAt)));
    unsavedInteractions.expected(door, next, receivedAt);
    return keeping.compose(savedEvent -> {
      left.remove();
      shown.add(kept(door, next, savedEvent, receivedAt));
      return all(door, left, receivedAt, shown);
    });
  }

  /** Completes when its interaction, where it has one, is on the desk. */
  private Future<Void> kept(
      String door, Inbound event, EventStore.SavedEvent savedEvent, Instant receivedAt) {
    meters.arrived(door, savedEvent.fresh() ? "kept" : "repeated");
    Future<Void> shown = savedEvent
        .course()
        .map(tracked -> changePublisher.saved(tracked, receivedAt))
        .orElseGet(Future::succeededFuture);
    if (event instanceof InteractionEvent step
        && savedEvent.fresh()
        && !step.handles().isEmpty()) {
      savedEvent.course().ifPresent(this::signedIn);
    }
    changePublisher.changed(savedEvent.customers());
    if (event instanceof CustomerRecord customer) {
      changePublisher.known(customer.handles());
    } else if (event instanceof NoticeRecord) {
      changePublisher.publish(new Change.NoticesChanged());
    } else if (event instanceof OrderRecord) {
      changePublisher.topicChanged(Topic.ORDER_STATUSES);
    }
    return shown;
  }

  /** A contact with a proven identity links its browser to this customer. */
  private void signedIn(TrackedInteraction tracked) {
    intakeParts
        .identities()
        .signedIn(tracked.handles(), tracked.interaction().arrivedAt())
        .onSuccess(changePublisher::changed)
        .onFailure(e -> LOG.warn(
            "the visits before interaction {} are not joined: {}",
            tracked.interaction().id(),
            e.getClass().getSimpleName()));
  }
}
