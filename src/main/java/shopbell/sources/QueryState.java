package shopbell.sources;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import shopbell.remote.RemoteCallFailed.FailureReason;

/**
 * The state of one source for one customer.
 *
 * @param askedAt when the last query was sent; empty before the first
 * @param running the last query has no answer yet
 * @param answeredAt when the source last answered, also before a restart
 * @param took how long that took
 * @param leftOut how many records of the last answer are not about this customer
 * @param failed why the last query got no answer
 */
record QueryState(
    Optional<Instant> askedAt,
    boolean running,
    Optional<Instant> answeredAt,
    Optional<Duration> took,
    Optional<FailureReason> failed,
    int leftOut) {
  static final QueryState NEVER = new QueryState(
      Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty(), 0);

  /** A copy with the time of the last answer before a restart. */
  QueryState remembering(Optional<Instant> answered) {
    return new QueryState(askedAt, running, answeredAt.or(() -> answered), took, failed, leftOut);
  }

  QueryState asked(Instant now) {
    return new QueryState(Optional.of(now), true, answeredAt, took, Optional.empty(), leftOut);
  }

  QueryState answered(Instant now, int others) {
    Duration took = Duration.between(askedAt.orElse(now), now);
    return new QueryState(
        askedAt, false, Optional.of(now), Optional.of(took), Optional.empty(), others);
  }

  QueryState failed(FailureReason why) {
    return new QueryState(askedAt, false, answeredAt, took, Optional.of(why), 0);
  }

  /** Whether the last answer is younger than {@code span}, and no failure came after it. */
  boolean fresh(Duration span, Instant now) {
    return failed.isEmpty()
        && answeredAt.filter(at -> at.plus(span).isAfter(now)).isPresent();
  }
}
