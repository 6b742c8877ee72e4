package shopbell;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.api.Corridor;
import shopbell.context.Summaries;
import shopbell.identity.Identifier;
import shopbell.identity.Identities;
import shopbell.identity.IgnoredHandles;
import shopbell.identity.Normaliser;
import shopbell.ingress.Intake;
import shopbell.ingress.Ledger;
import shopbell.insight.CardBuild;
import shopbell.metrics.Meters;
import shopbell.model.Agent;
import shopbell.model.Card;
import shopbell.model.Course;
import shopbell.model.CustomerRecord;
import shopbell.model.Handle;
import shopbell.model.Inbound;
import shopbell.model.InteractionEvent;
import shopbell.model.Journey;
import shopbell.model.Life;
import shopbell.model.NoticeRecord;
import shopbell.model.State;
import shopbell.model.Unavailable;
import shopbell.security.Directory;

/** The corridor: the only one that knows all rooms. Keeps first, shows then. */
final class Pipeline implements Intake, Corridor {
  /** The rooms besides those that {@link Showing} knows. */
  record Rooms(
      Normaliser normaliser,
      IgnoredHandles ignored,
      Ledger ledger,
      Arrivals arrivals,
      Identities identities,
      Identifier identifier,
      Summaries summaries,
      CardBuild build,
      NoticeBoard notices,
      Directory directory) {}

  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

  /** How long a repeated event is known as one; longer than any sender tries again. */
  private static final Duration REMEMBERED = Duration.ofDays(15);

  private static final int MOST_ROUNDS = 20;

  /** What the directory is read by, one reading at a time. */
  private static final UUID ACCOUNTS = new UUID(0, 0);

  private final Turns accounts = new Turns();
  private final Rooms rooms;
  private final Showing showing;
  private final Unkept unkept;
  private final CustomerCards cards;
  private final Broadcast broadcast;
  private final Meters meters;
  private final InstantSource clock;

  Pipeline(Rooms rooms, Showing showing, Broadcast broadcast, Meters meters, InstantSource clock) {
    this.rooms = rooms;
    this.showing = showing;
    this.unkept = new Unkept(showing);
    this.cards = new CustomerCards(rooms.summaries(), rooms.build(), showing, clock);
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
        .onSuccess(open -> open.forEach(course -> showing.heard(course, now)))
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
        .onSuccess(courses -> courses.forEach(course -> showing.heard(course, now)))
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
          .filter(c -> c.interaction().state() == State.CLOSED)
          .isPresent()) {
        showing.forget(id);
      } else {
        rooms
            .ledger()
            .change(id, course -> Life.wrappedUp(course, now), now)
            .onSuccess(course -> broadcast.kept(course, now))
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
    Future<Ledger.Kept> keeping = rooms
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
  private Future<Void> kept(String door, Inbound event, Ledger.Kept kept, Instant receivedAt) {
    meters.arrived(door, kept.fresh() ? "kept" : "repeated");
    Future<Void> shown = kept.course()
        .map(course -> broadcast.kept(course, receivedAt))
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
  private void signedIn(Course course) {
    rooms
        .identities()
        .signedIn(course.handles(), course.interaction().arrivedAt())
        .onSuccess(broadcast::changed)
        .onFailure(e -> LOG.warn(
            "the visits before interaction {} are not joined: {}",
            course.interaction().id(),
            e.getClass().getSimpleName()));
  }

  @Override
  public boolean concerns(Agent agent, Course course) {
    return new Addressees(rooms.directory(), meters).concerns(agent, course);
  }

  @Override
  public Optional<UUID> customer(UUID interaction) {
    return showing.customer(interaction);
  }

  @Override
  public void changed(Course course) {
    broadcast.kept(course, clock.instant());
    broadcast.anew(course.interaction().id());
  }

  @Override
  public Future<Void> chosen(Course course, UUID customer, String agent) {
    List<Handle> handles = rooms.identifier().handles(course);
    return rooms
        .identities()
        .learn(new Identities.Choice(
            customer, handles, agent, Optional.of(course.interaction().id()), clock.instant()))
        .onSuccess(touched -> {
          broadcast.kept(course, clock.instant());
          broadcast.changed(touched);
        })
        .mapEmpty();
  }

  @Override
  public Future<Void> refresh(Course course) {
    return broadcast.refresh(course.interaction().id());
  }

  @Override
  public Future<Void> refresh(UUID customer) {
    return showing.askAnew(customer);
  }

  @Override
  public void customerChanged(UUID customer) {
    broadcast.changed(Set.of(customer));
  }

  @Override
  public Future<Card> card(UUID customer) {
    return cards.of(customer);
  }

  @Override
  public List<Journey.Item> readable(List<Journey.Item> items, List<Journey.Item> earlier) {
    return rooms.build().readable(items, earlier);
  }

  @Override
  public List<Handle> normalised(List<Handle> handles) {
    return rooms.normaliser().handles(handles, nothing -> {});
  }

  @Override
  public Optional<String> colleague(String nameOrAlias) {
    return rooms.directory().name(nameOrAlias);
  }

  @Override
  public Future<Void> usersChanged() {
    return users().onSuccess(read -> broadcast.tell(Broadcast.USERS, true));
  }

  /** Who may sign in is read anew, and where that is news every card with it: agents may be called otherwise now. */
  Future<Void> users() {
    return accounts.ask(
        ACCOUNTS,
        () -> rooms
            .directory()
            .refresh()
            .onSuccess(changed -> {
              if (!changed.isEmpty()) {
                showing.all();
              }
            })
            .onFailure(away -> LOG.debug("the directory is as old as the database's absence"))
            .mapEmpty());
  }
}
