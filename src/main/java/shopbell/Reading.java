package shopbell;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.identity.Identifier;
import shopbell.insight.CardBuild;
import shopbell.metrics.Meters;
import shopbell.model.Card;
import shopbell.model.Course;
import shopbell.model.Customer;
import shopbell.model.Match;
import shopbell.model.SourceState;
import shopbell.model.SourceStatus;

/** From an open contact to its card: who is it, what do we know, what does it mean. Thread-safe. */
final class Reading {
  private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

  private final Showing.Rooms rooms;
  private final OpenContacts open;
  private final Unread unread;
  private final Meters meters;
  private final InstantSource clock;

  Reading(
      Showing.Rooms rooms, OpenContacts open, Unread unread, Meters meters, InstantSource clock) {
    this.rooms = rooms;
    this.open = open;
    this.unread = unread;
    this.meters = meters;
    this.clock = clock;
  }

  /** Only the contact itself has gone on: the same customer, with the time at which that was read. */
  Optional<Card> moved(Course course, OpenContact now) {
    Optional<Card> last =
        now.sameCaller() ? rooms.desk().card(course.interaction().id()) : Optional.empty();
    return last.map(card -> unread
        .moved(course, now, card)
        .besides(card.customer().map(Customer::id).map(rooms.sources()::states).orElse(List.of())));
  }

  /** Marked as read before it is: what changes meanwhile takes the mark away again, as does a failure. */
  Future<Card> read(Course course, OpenContact now) {
    UUID id = course.interaction().id();
    open.update(id, shown -> shown.read(Optional.of(now.course())));
    return who(course, now).compose(match -> about(match, course, now)).otherwise(failure -> {
      open.update(id, shown -> shown.read(Optional.empty()));
      return unread.blind(course, now, failure);
    });
  }

  private Future<Match> who(Course course, OpenContact now) {
    return rooms.traced().identify(inherited(course), clock.instant()).map(found -> {
      Match match = found.match();
      boolean first = now.match().isEmpty();
      if (first) {
        meters.identified(match.status().toString());
      }
      remember(course, found, now);
      return match;
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
          .onFailure(e ->
              LOG.warn("interaction {} is not linked yet: {}", id, e.getClass().getSimpleName()));
    }
  }

  private Future<Card> about(Match match, Course course, OpenContact now) {
    if (match.customer().isEmpty()) {
      return Future.succeededFuture(unread.bare(course, now, match, SourceState.FRESH));
    }
    List<SourceStatus> others = rooms.sources().states(match.customer().get());
    Instant asked = clock.instant();
    return rooms.traced().summary(course, match.customer().get(), asked).map(summary -> {
      Duration took = Duration.between(asked, clock.instant());
      meters.summaryTook(took);
      Match survivor = match.about(summary.customer().id());
      open.update(course.interaction().id(), shown -> shown.matched(survivor));
      CardBuild.Frame frame = unread.frame(course, now, survivor);
      rooms.learning().shown(frame, summary);
      return rooms
          .traced()
          .build(course, b -> b.of(frame, summary, took, clock.instant()))
          .besides(others);
    });
  }
}
