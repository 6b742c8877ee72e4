package shopbell;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import shopbell.insight.CardBuild;
import shopbell.model.Card;
import shopbell.model.Course;
import shopbell.model.Match;
import shopbell.model.SourceState;
import shopbell.model.Timing;

/** Cards for which nothing is read: of the contact alone, or with what was read before. */
record Unread(TracedRooms traced, InstantSource clock) {
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

  /** The store does not answer. */
  Card blind(Course course, OpenContact now) {
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
    return new CardBuild.Frame(Optional.of(course.interaction()), match, timing);
  }

  private Optional<Card> last(Course course) {
    return traced.desk().card(course.interaction().id());
  }
}
