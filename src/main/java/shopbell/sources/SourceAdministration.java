package shopbell.sources;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The sources as an administrator sees them: state, failures, trials. */
public interface SourceAdministration {
  /**
   * A source's state and statistics since the start.
   *
   * @param connector the file that describes its requests
   * @param state asked, or paused after recent failures
   * @param counts of queries by result: answered, or why not
   */
  record SourceReport(
      String name,
      String kind,
      String connector,
      String state,
      Map<String, Long> counts,
      Optional<Instant> answeredAt,
      Latency latency,
      Optional<LastFailure> lastFailure) {}

  /** Of the last {@code answers} answers, in milliseconds; half arrived within {@code p50Ms}. */
  record Latency(int answers, Optional<Long> p50Ms, Optional<Long> p95Ms, List<Bucket> buckets) {}

  /** How many took up to {@code upToMs} and longer than the bucket before; empty for the last, unbounded one. */
  record Bucket(Optional<Long> upToMs, long answers) {}

  /**
   * Why there is no answer. {@code reason} is machine-readable, {@code detail} is a sentence.
   *
   * @param step the step of the connector's file that failed, or {@code map}
   * @param what is wrong with an expression or its result
   * @param line of the file, from 1
   * @param column of the file, from 1
   * @param received the answer that could not be used
   */
  record LastFailure(
      String reason,
      String detail,
      Instant at,
      Optional<String> step,
      Optional<String> what,
      Optional<Integer> line,
      Optional<Integer> column,
      Optional<Received> received) {}

  /** An answer from outside; {@code beginning} has x for letters and 0 for digits. */
  record Received(int status, String type, int bytes, String beginning) {}

  /** A request without its secrets, and its response. */
  record Request(
      String method,
      String url,
      Map<String, String> headers,
      Optional<Object> body,
      Optional<Received> received,
      long tookMs) {}

  /** A step of the connector's file; {@code value} is its result for later steps and the map. */
  record ShownStep(String name, boolean asked, List<Request> requests, Optional<Object> value) {}

  /**
   * The result of one trial query; nothing of it is stored.
   *
   * @param records how many the answer held
   * @param events the events the file's map makes of it
   * @param plain whether requests, values and events are unmasked; else personal data in them is x and 0
   */
  record ShownTrial(
      boolean answered,
      long tookMs,
      int records,
      Optional<LastFailure> failure,
      List<ShownStep> steps,
      List<Object> events,
      boolean plain) {}

  /** In the order of a card. */
  List<SourceReport> all();

  /**
   * Queries about a customer, or about an invented one; NOT_FOUND for no such system or customer, no failure when it
   * gives no answer. {@code plain} shows personal data.
   */
  Future<ShownTrial> tried(String name, Optional<UUID> customer, boolean plain);
}
