package shopbell;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import shopbell.identity.CallerDetails;
import shopbell.model.Course;
import shopbell.model.Match;

/**
 * An interaction that is not over, as {@link Showing} knows it.
 *
 * @param receivedAt when its last event came in
 * @param kept false while the store is away
 * @param ours whether its last event came by this node, which then finds out whose it is if nobody sees it anywhere
 * @param match what the last card said
 * @param read the course for which its customer was last read; empty when something about the customer has changed since
 */
record OpenContact(
    Course course,
    Instant receivedAt,
    boolean kept,
    boolean ours,
    Optional<Match> match,
    Optional<Course> read) {
  /** One of which nothing else is known yet. */
  static OpenContact of(Course course, Instant receivedAt, boolean kept, boolean ours) {
    return new OpenContact(course, receivedAt, kept, ours, Optional.empty(), Optional.empty());
  }

  /** {@code newer} in its place, or itself when that is an older revision that comes late. */
  OpenContact after(OpenContact newer) {
    boolean late = kept && newer.kept && course.revision() > newer.course.revision();
    Optional<Course> stillRead = kept ? read : Optional.empty();
    return late
        ? this
        : new OpenContact(newer.course, newer.receivedAt, newer.kept, newer.ours, match, stillRead);
  }

  OpenContact matched(Match found) {
    return new OpenContact(course, receivedAt, kept, ours, Optional.of(found), read);
  }

  OpenContact read(Optional<Course> as) {
    return new OpenContact(course, receivedAt, kept, ours, match, as);
  }

  /** Whether only the contact itself has gone on since its customer was read. */
  boolean sameCaller() {
    return kept && read.filter(before -> sameCaller(before, course)).isPresent();
  }

  /** Whether all that says who it is has stayed as it was. */
  static boolean sameCaller(Course before, Course course) {
    return before.handles().equals(course.handles())
        && before.customer().equals(course.customer())
        && CallerDetails.of(before.attributes()).equals(CallerDetails.of(course.attributes()))
        && before.interaction().from().equals(course.interaction().from())
        && before.interaction().to().equals(course.interaction().to())
        && before.interaction().queue().equals(course.interaction().queue())
        && before.transfers() == course.transfers()
        && before.interaction().parent().equals(course.interaction().parent());
  }

  /** Whether its end has got lost and it is to be closed. */
  boolean forgotten(Instant now) {
    return course.interaction().arrivedAt().plus(patience()).isBefore(now);
  }

  private Duration patience() {
    return switch (course.interaction().state()) {
      case QUEUED, RINGING -> Duration.ofHours(2);
      case ACTIVE, HELD -> Duration.ofHours(12);
      case WRAP_UP -> Duration.ofHours(8);
      case CLOSED -> Duration.ofMinutes(10);
    };
  }
}
