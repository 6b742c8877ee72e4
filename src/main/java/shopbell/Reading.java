package shopbell;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.identity.Identifier;
import shopbell.insight.CardBuild;
import shopbell.insight.Thought;
import shopbell.metrics.Meters;
import shopbell.model.Card;
import shopbell.model.Course;
import shopbell.model.Customer;
import shopbell.model.Match;
import shopbell.model.MatchStatus;
import shopbell.model.SourceState;
import shopbell.model.SourceStatus;
import shopbell.model.Summary;

/** From an open contact to its card: who is it, what do we know, what does it mean. Thread-safe. */
final class Reading {
  private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

  private final Showing.Rooms rooms;
  private final OpenContacts open;
  private final Unread unread;
  private final Meters meters;
  private final InstantSource clock;
  private final Changes changes = new Changes();
  private final Ahead ahead;
  private volatile BiConsumer<UUID, UUID> linked = (interaction, customer) -> {};

  Reading(
      Showing.Rooms rooms, OpenContacts open, Unread unread, Meters meters, InstantSource clock) {
    this.rooms = rooms;
    this.open = open;
    this.unread = unread;
    this.meters = meters;
    this.clock = clock;
    this.ahead = new Ahead(changes, clock);
  }

  /** From now on {@code listener} hears of each contact that the store has with its customer, whose history it now stands in. */
  void onLinked(BiConsumer<UUID, UUID> listener) {
    linked = listener;
  }

  /** Only the contact itself has gone on: the same customer, with the time at which that was read. */
  Optional<Card> moved(Course course, OpenContact now) {
    Optional<Card> last =
        now.sameCaller() ? rooms.desk().card(course.interaction().id()) : Optional.empty();
    return last.map(card -> unread
        .moved(course, now, card)
        .besides(card.customer()
            .map(Customer::id)
            .map(rooms.inquiries().sources()::states)
            .orElseGet(
                () -> rooms.inquiries().callers().states(course.interaction().id()))));
  }

  /** Marked as read before it is: what changes meanwhile takes the mark away again, as does a failure. */
  Future<Card> read(Course course, OpenContact now) {
    UUID id = course.interaction().id();
    open.update(id, shown -> shown.read(Optional.of(now.course())));
    return known(course, now)
        .map(known -> card(known, course, now))
        .otherwise(failure -> failed(course, now, failure));
  }

  private Card failed(Course course, OpenContact now, Throwable failure) {
    open.update(course.interaction().id(), shown -> shown.read(Optional.empty()));
    return unread.blind(course, now, failure);
  }

  /** Only who it is, so that it is in their history: nobody here sees it. */
  Future<Void> whose(Course course, OpenContact now) {
    if (now.sameCaller()) {
      return Future.succeededFuture();
    }
    open.update(course.interaction().id(), shown -> shown.read(Optional.of(now.course())));
    return rooms
        .traced()
        .identify(inherited(course), clock.instant())
        .onSuccess(found -> remember(course, found, now))
        .onFailure(failure -> failed(course, now, failure))
        .transform(done -> Future.succeededFuture());
  }

  /** Begins to read of a contact that is still being kept; nothing is shown or remembered of it. */
  void ahead(Course course) {
    ahead.begin(course, () -> ask(course, found -> {}));
  }

  /** Where every change is to be told before those are looked for that it concerns. */
  Changes changes() {
    return changes;
  }

  private Future<Known> known(Course course, OpenContact now) {
    return ahead
        .take(course)
        .map(begun -> begun.known().compose(known -> {
          // what changes from here on finds the contact by its customer
          remember(course, known.found(), now);
          return begun.standsStill(known, rooms.identifier().handles(course))
              ? Future.succeededFuture(known)
              : anew(course, now);
        }))
        .orElseGet(() -> anew(course, now));
  }

  private Future<Known> anew(Course course, OpenContact now) {
    return ask(course, found -> remember(course, found, now));
  }

  /** {@code meanwhile} hears who it is before anything is read of them. */
  private Future<Known> ask(Course course, Consumer<Identifier.Found> meanwhile) {
    return rooms.traced().identify(inherited(course), clock.instant()).compose(found -> {
      meanwhile.accept(found);
      return found
          .match()
          .customer()
          .map(customer ->
              about(course, customer).map(about -> new Known(found, Optional.of(about))))
          .orElseGet(() -> Future.succeededFuture(new Known(found, Optional.empty())));
    });
  }

  private Future<Known.About> about(Course course, UUID customer) {
    List<SourceStatus> others = rooms.inquiries().sources().states(customer);
    Instant asked = clock.instant();
    return rooms.traced().summary(course, customer, asked).map(summary -> {
      Duration took = Duration.between(asked, clock.instant());
      meters.summaryTook(took);
      return new Known.About(summary, others, took);
    });
  }

  /** A transferred call is still the same customer's: what was known of it travels along. */
  private Course inherited(Course course) {
    Optional<Course> parent = course.interaction().parent().flatMap(open::course);
    return parent.map(p -> rooms.identifier().inherited(course, p)).orElse(course);
  }

  private void remember(Course course, Identifier.Found found, OpenContact now) {
    Match match = found.match();
    UUID id = course.interaction().id();
    open.update(id, shown -> shown.matched(match));
    boolean news = match.customer().isPresent()
        && !now.match().flatMap(Match::customer).equals(match.customer());
    if (news && now.kept() && found.record().isPresent()) {
      rooms
          .ledger()
          .belongs(id, found.record().get(), clock.instant())
          .onSuccess(written -> linked.accept(id, match.customer().get()))
          .onFailure(e ->
              LOG.warn("interaction {} is not linked yet: {}", id, e.getClass().getSimpleName()));
    }
  }

  private Card card(Known known, Course course, OpenContact now) {
    Match match = known.found().match();
    if (now.match().isEmpty()) {
      meters.identified(match.status().toString());
    }
    if (match.by().isPresent()) {
      rooms.inquiries().callers().met(course.interaction().id());
    }
    return known
        .about()
        .map(about -> card(match, about, course, now))
        .orElseGet(() -> stranger(match, course, now));
  }

  /** Nobody here knows them by a handle, or several could be meant; only the first is a question for other systems. */
  private Card stranger(Match match, Course course, OpenContact now) {
    CallerSearch callers = rooms.inquiries().callers();
    UUID id = course.interaction().id();
    if (match.status() != MatchStatus.UNKNOWN) {
      return unread.bare(course, now, match, SourceState.FRESH);
    }
    Course whole = inherited(course);
    Match found = callers.onto(whole, rooms.identifier().handles(whole), match);
    open.update(id, shown -> shown.matched(found));
    return unread.bare(course, now, found, SourceState.FRESH).besides(callers.states(id));
  }

  private Card card(Match match, Known.About about, Course course, OpenContact now) {
    Summary summary = about.summary();
    Match survivor = match.about(summary.customer().id());
    open.update(course.interaction().id(), shown -> shown.matched(survivor));
    CardBuild.Frame frame = unread.frame(course, now, survivor);
    return rooms
        .traced()
        .build(course, build -> {
          Thought thought = build.thought(frame, summary, clock.instant());
          rooms.learning().shown(summary.customer().id(), thought);
          return thought.card(about.took());
        })
        .besides(about.others());
  }
}
