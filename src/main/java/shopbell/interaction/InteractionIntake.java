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
import shopbell.card.ActiveNotices;
import shopbell.card.CardUpdater;
import shopbell.events.ChangePublisher;
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
import shopbell.model.interaction.InteractionLifecycle;
import shopbell.model.interaction.InteractionState;
import shopbell.model.interaction.TrackedInteraction;

/** Events from the doors on their way to the desk: kept first, then shown; and what is open, caught up with and swept. */
public final class InteractionIntake implements EventIntake {
  /** The rooms besides those that {@link CardUpdater} knows. */
  public record Rooms(
      HandleNormaliser normaliser,
      IgnoredHandleCounts ignored,
      EventStore ledger,
      EventRecorder arrivals,
      HandleStore identities,
      ActiveNotices notices) {}

  private static final Logger LOG = LoggerFactory.getLogger(InteractionIntake.class);

  /** How long a repeated event is known as one; longer than any sender tries again. */
  private static final Duration REMEMBERED = Duration.ofDays(15);

  private static final int MOST_ROUNDS = 20;

  private final Rooms rooms;
  private final CardUpdater cardUpdater;
  private final UnsavedInteractions unsavedInteractions;
  private final ChangePublisher changePublisher;
  private final Meters meters;
  private final InstantSource clock;

  public InteractionIntake(Rooms rooms, CardUpdater cardUpdater, ChangePublisher changePublisher, Meters meters, InstantSource clock) {
    this.rooms = rooms;
    this.cardUpdater = cardUpdater;
    this.unsavedInteractions = new UnsavedInteractions(cardUpdater);
    this.changePublisher = changePublisher;
    this.meters = meters;
    this.clock = clock;
  }

  /** The desk begins with what was open when the program last ran. */
  public Future<Void> restore() {
    Instant now = clock.instant();
    return rooms
        .ledger()
        .open(now)
        .onSuccess(open -> open.forEach(trackedInteraction -> cardUpdater.heard(trackedInteraction, now)))
        .mapEmpty();
  }

  /** Every card shows the notices as they are now. */
  public void notices() {
    rooms.notices().refresh().onSuccess(news -> {
      if (news) {
        cardUpdater.all();
      }
    });
  }

  /** To be called every few seconds where there are other nodes: shows what they have kept and this one has not heard of. */
  public Future<Void> catchUp() {
    Instant now = clock.instant();
    return rooms
        .ledger()
        .revisions(now)
        .compose(there -> rooms.ledger().courses(cardUpdater.open().behind(there), now))
        .onSuccess(courses -> courses.forEach(trackedInteraction -> cardUpdater.heard(trackedInteraction, now)))
        .mapEmpty();
  }

  /** To be called every minute; {@code mine} where the scheduled work is done: closes what its sender has forgotten to end. */
  public void sweep(boolean mine) {
    Instant now = clock.instant();
    if (mine) {
      prune(now.minus(REMEMBERED), MOST_ROUNDS)
          .onFailure(away -> LOG.debug("old events are forgotten later"));
    }
    for (UUID id : cardUpdater.open().forgotten(now, mine)) {
      if (cardUpdater
          .current(id)
          .filter(c -> c.interaction().state() == InteractionState.CLOSED)
          .isPresent()) {
        cardUpdater.forget(id);
      } else {
        rooms
            .ledger()
            .change(id, trackedInteraction -> InteractionLifecycle.wrappedUp(trackedInteraction, now), now)
            .onSuccess(trackedInteraction -> changePublisher.kept(trackedInteraction, now))
            .onFailure(failure -> unsavedInteractions.never(id, failure, clock.instant()));
      }
    }
  }

  private Future<Void> prune(Instant before, int rounds) {
    return rooms
        .ledger()
        .prune(before)
        .compose(more -> more && rounds > 1 ? prune(before, rounds - 1) : Future.succeededFuture());
  }

  @Override
  public Future<Kept> take(String door, List<Inbound> events, Instant receivedAt) {
    NormalisedEvents normalisedEvents = NormalisedEvents.of(door, events, rooms);
    Deque<Inbound> left = new ArrayDeque<>(normalisedEvents.events());
    List<Future<Void>> shown = new CopyOnWriteArrayList<>();
    return all(door, left, receivedAt, shown)
        .map(kept -> new Kept(
            Future.join(shown).transform(done -> Future.succeededFuture()), normalisedEvents.warnings()))
        .onFailure(failure -> {
          if (failure instanceof Unavailable) {
            left.forEach(event -> unsavedInteractions.not(door, event, receivedAt));
          }
        });
  }

  /** One after the other; what is {@code left} is not kept, or not yet. */
  private Future<Void> all(
      String door, Deque<Inbound> left, Instant receivedAt, List<Future<Void>> shown) {
    Inbound next = left.peek();
    if (next == null) {
      return Future.succeededFuture();
    }
    Future<EventStore.Kept> keeping = rooms
        .arrivals()
        .keep(
            door,
            next,
            receivedAt,
            () -> List.copyOf(left).forEach(event -> unsavedInteractions.notYet(door, event, receivedAt)));
    unsavedInteractions.ahead(door, next, receivedAt);
    return keeping.compose(kept -> {
      left.remove();
      shown.add(kept(door, next, kept, receivedAt));
      return all(door, left, receivedAt, shown);
    });
  }

  /** Completes when its contact, where it has one, is on the desk. */
  private Future<Void> kept(String door, Inbound event, EventStore.Kept kept, Instant receivedAt) {
    meters.arrived(door, kept.fresh() ? "kept" : "repeated");
    Future<Void> shown = kept.course()
        .map(trackedInteraction -> changePublisher.kept(trackedInteraction, receivedAt))
        .orElseGet(Future::succeededFuture);
    if (event instanceof InteractionEvent step
        && kept.fresh()
        && !step.handles().isEmpty()) {
      kept.course().ifPresent(this::signedIn);
    }
    changePublisher.changed(kept.customers());
    if (event instanceof CustomerRecord customer) {
      changePublisher.known(customer.handles());
    } else if (event instanceof NoticeRecord) {
      notices();
      changePublisher.tell(ChangePublisher.NOTICES, true);
    }
    return shown;
  }

  /** A contact that proves who it is makes the browser it comes from this customer's. */
  private void signedIn(TrackedInteraction trackedInteraction) {
    rooms
        .identities()
        .signedIn(trackedInteraction.handles(), trackedInteraction.interaction().arrivedAt())
        .onSuccess(changePublisher::changed)
        .onFailure(e -> LOG.warn(
            "the visits before interaction {} are not joined: {}",
            trackedInteraction.interaction().id(),
            e.getClass().getSimpleName()));
  }
}
