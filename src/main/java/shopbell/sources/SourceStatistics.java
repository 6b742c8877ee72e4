package shopbell.sources;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import shopbell.remote.RemoteCallFailed;
import shopbell.remote.RemoteCallFailed.FailureReason;

/** The results of one source since the start. Thread-safe. */
final class SourceStatistics {
  private static final int MOST_REMEMBERED = 200;

  /** Why a query got no answer, and when. */
  record CountedFailure(RemoteCallFailed why, Instant at) {}

  /**
   * A snapshot.
   *
   * @param counts of queries by result: answered, or a reason's label; {@code left-out} counts records
   * @param took how long each of the last 200 answers took, the oldest first
   */
  record Copy(
      Map<String, Long> counts,
      List<Duration> took,
      Optional<Instant> answeredAt,
      Optional<CountedFailure> failure) {
    Copy {
      counts = Map.copyOf(counts);
      took = List.copyOf(took);
    }
  }

  private final Map<String, Long> counts = new TreeMap<>();
  private final Deque<Duration> took = new ArrayDeque<>();
  private Optional<Instant> answeredAt = Optional.empty();
  private Optional<CountedFailure> failure = Optional.empty();

  /** {@code leftOut} records of the answer were about other customers. */
  synchronized void answered(Duration span, int leftOut, Instant now) {
    counts.merge("answered", 1L, Long::sum);
    if (leftOut > 0) {
      counts.merge("left-out", (long) leftOut, Long::sum);
    }
    answeredAt = Optional.of(now);
    took.addLast(span);
    if (took.size() > MOST_REMEMBERED) {
      took.removeFirst();
    }
  }

  /** A customer without anything to search by is counted, but is no failure. */
  synchronized void failed(RemoteCallFailed why, Instant now) {
    counts.merge(why.reason().label(), 1L, Long::sum);
    if (why.reason() != FailureReason.NOTHING_TO_ASK_BY) {
      failure = Optional.of(new CountedFailure(why, now));
    }
  }

  synchronized Copy copy() {
    return new Copy(counts, List.copyOf(took), answeredAt, failure);
  }
}
