package shopbell;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.insight.CardBuild;
import shopbell.model.Card;
import shopbell.model.Course;
import shopbell.model.Match;
import shopbell.model.SourceState;
import shopbell.model.Timing;
import shopbell.model.Unavailable;

/** Cards for which nothing is read: of the contact alone, or with what was read before. Thread-safe. */
final class Unread {
  private static final Logger LOG = LoggerFactory.getLogger(Unread.class);

  /** A store that is away is not asked for all at once, all the time. */
  private static final int MOST_AGAIN = 50;

  private final TracedRooms traced;
  private final InstantSource clock;
  private final Set<UUID> blind = ConcurrentHashMap.newKeySet();

  Unread(TracedRooms traced, InstantSource clock) {
    this.traced = traced;
    this.clock = clock;
  }

  /** Some of those that are blind because the store was away. */
  List<UUID> again() {
    return blind.stream().limit(MOST_AGAIN).toList();
  }

  /** It is read now, or over. */
  void seen(UUID interaction) {
    blind.remove(interaction);
  }

  /** Only the contact has gone on; all else of {@code last} keeps its time. */
  Card moved(Course course, OpenContact now, Card last) {
    return traced.build(course, b -> b.moved(last, frame(course, now, last.match())));
  }

  /** It rings with what is known; the card is whole when the store has answered. */
  Card early(Course course, OpenContact now) {
    return last(course)
        .map(last -> moved(course, now, last))
        .orElseGet(() -> bare(course, now, Match.unknown(List.of()), SourceState.LATE));
  }

  /** The store does not answer, or nothing that can be read. */
  Card blind(Course course, OpenContact now, Throwable failure) {
    UUID id = course.interaction().id();
    LOG.warn(
        "interaction {} is shown without its customer: {}",
        id,
        failure.getClass().getSimpleName());
    // what cannot be read for another reason is not readable the next time either
    if (failure instanceof Unavailable) {
      blind.add(id);
    }
    return last(course)
        .filter(last -> last.customer().isPresent())
        .map(last -> traced.build(course, b -> b.stale(last, frame(course, now, last.match()))))
        .orElseGet(() -> bare(course, now, Match.unknown(List.of()), SourceState.FAILED));
  }

  Card bare(Course course, OpenContact now, Match match, SourceState store) {
    CardBuild.Frame frame = frame(course, now, match);
    return traced.build(course, b -> b.bare(frame, course.attributes(), store, clock.instant()));
  }

  /** What every card of {@code course} begins with. */
  CardBuild.Frame frame(Course course, OpenContact now, Match match) {
    Timing timing = new Timing(now.receivedAt(), Optional.of(clock.instant()), Optional.empty());
    return new CardBuild.Frame(Optional.of(course.interaction()), match, timing, course.handover());
  }

  private Optional<Card> last(Course course) {
    return traced.desk().card(course.interaction().id());
  }
}
