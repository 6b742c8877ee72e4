package shopbell;

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
import shopbell.identity.HandleNormaliser;
import shopbell.identity.HandleStore;
import shopbell.identity.IgnoredHandleCounts;
import shopbell.ingress.EventIntake;
import shopbell.interaction.EventStore;
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
final class Pipeline implements EventIntake {
  /** The rooms besides those that {@link Showing} knows. */
  record Rooms(
      HandleNormaliser normaliser,
      IgnoredHandleCounts ignored,
      EventStore ledger,
      Arrivals arrivals,
      HandleStore identities,
      NoticeBoard notices) {}

  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

  /** How long a repeated event is known as one; longer than any sender tries again. */
  private static final Duration REMEMBERED = Duration.ofDays(15);

  private static final int MOST_ROUNDS = 20;

  private final Rooms rooms;
  private final Showing showing;
  private final Unkept unkept;
  private final Broadcast broadcast;
  private final Meters meters;
  private final InstantSource clock;

  Pipeline(Rooms rooms, Showing showing, Broadcast broadcast, Meters meters, InstantSource clock) {
    this.rooms = rooms;
    this.showing = showing;
    this.unkept = new Unkept(showing);
    this.broadcast = broadcast;
    this.meters = meters;
    this.clock = clock;
  }

  /** The desk begins with what was open when the program last ran. */
  Future<Void> restore() {
    Instant now = clock.instant();
    return rooms
        .ledger()
        .open(now)
        .onSuccess(open -> open.forEach(trackedInteraction -> showing.heard(trackedInteraction, now)))
        .mapEmpty();
  }

  /** Every card shows the notices as they are now. */
  void notices() {
    rooms.notices().refresh().onSuccess(news -> {
      if (news) {
        showing.all();
      }
    });
  }

  /** To be called every few seconds where there are other nodes: shows what they have kept and this one has not heard of. */
  Future<Void> catchUp() {
    Instant now = clock.instant();
    return rooms
        .ledger()
        .revisions(now)
        .compose(there -> rooms.ledger().courses(showing.open().behind(there), now))
        .onSuccess(courses -> courses.forEach(trackedInteraction -> showing.heard(trackedInteraction, now)))
        .mapEmpty();
  }

  /** To be called every minute; {@code mine} where the scheduled work is done: closes what its sender has forgotten to end. */
  void sweep(boolean mine) {
    Instant now = clock.instant();
    if (mine) {
      prune(now.minus(REMEMBERED), MOST_ROUNDS)
          .onFailure(away -> LOG.debug("old events are forgotten later"));
    }
    for (UUID id : showing.open().forgotten(now, mine)) {
      if (showing
          .current(id)
          .filter(c -> c.interaction().state() == InteractionState.CLOSED)
          .isPresent()) {
        showing.forget(id);
      } else {
        rooms
            .ledger()
            .change(id, trackedInteraction -> InteractionLifecycle.wrappedUp(trackedInteraction, now), now)
            .onSuccess(trackedInteraction -> broadcast.kept(trackedInteraction, now))
            .onFailure(failure -> unkept.never(id, failure, clock.instant()));
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
    Normalised normalised = Normalised.of(door, events, rooms);
    Deque<Inbound> left = new ArrayDeque<>(normalised.events());
    List<Future<Void>> shown = new CopyOnWriteArrayList<>();
    return all(door, left, receivedAt, shown)
        .map(kept -> new Kept(
            Future.join(shown).transform(done -> Future.succeededFuture()), normalised.warnings()))
        .onFailure(failure -> {
          if (failure instanceof Unavailable) {
            left.forEach(event -> unkept.not(door, event, receivedAt));
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
            () -> List.copyOf(left).forEach(event -> unkept.notYet(door, event, receivedAt)));
    unkept.ahead(door, next, receivedAt);
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
        .map(trackedInteraction -> broadcast.kept(trackedInteraction, receivedAt))
        .orElseGet(Future::succeededFuture);
    if (event instanceof InteractionEvent step
        && kept.fresh()
        && !step.handles().isEmpty()) {
      kept.course().ifPresent(this::signedIn);
    }
    broadcast.changed(kept.customers());
    if (event instanceof CustomerRecord customer) {
      broadcast.known(customer.handles());
    } else if (event instanceof NoticeRecord) {
      notices();
      broadcast.tell(Broadcast.NOTICES, true);
    }
    return shown;
  }

  /** A contact that proves who it is makes the browser it comes from this customer's. */
  private void signedIn(TrackedInteraction trackedInteraction) {
    rooms
        .identities()
        .signedIn(trackedInteraction.handles(), trackedInteraction.interaction().arrivedAt())
        .onSuccess(broadcast::changed)
        .onFailure(e -> LOG.warn(
            "the visits before interaction {} are not joined: {}",
            trackedInteraction.interaction().id(),
            e.getClass().getSimpleName()));
  }
}
