package shopbell.api;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The systems that are asked about a customer, as an administrator sees them. */
public interface Systems {
  /**
   * How one of them has fared since the start.
   *
   * @param connector the file that says how it is asked
   * @param state asked, or paused: in trouble lately, and left alone for a moment
   * @param counts of questions by result: answered, or why not
   */
  record State(
      String name,
      String kind,
      String connector,
      String state,
      Map<String, Long> counts,
      Optional<Instant> answeredAt,
      Latency latency,
      Optional<Failure> lastFailure) {}

  /** Of the last {@code answers} answers, in milliseconds; half came within {@code p50Ms}. */
  record Latency(int answers, Optional<Long> p50Ms, Optional<Long> p95Ms, List<Bucket> buckets) {}

  /** How many took up to {@code upToMs} and longer than the bucket before; empty for all that took longer still. */
  record Bucket(Optional<Long> upToMs, long answers) {}

  /** {@code reason} is the machine's word for it, {@code detail} a person's. */
  record Failure(String reason, String detail, Instant at) {}

  /** What came of one question; {@code records} is how many the answer held, and none of them is kept. */
  record Tried(boolean answered, long tookMs, int records, Optional<Failure> failure) {}

  /** In the order of a card. */
  List<State> all();

  /** Asks about a customer, or about nobody; NOT_FOUND for no such system or customer, no failure when it gives no answer. */
  Future<Tried> tried(String name, Optional<UUID> customer);
}
