package shopbell.sources;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The systems that are asked about a customer, as an administrator sees them. */
public interface SourceAdministration {
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

  /**
   * Why there is no answer. {@code reason} is the machine's word for it, {@code detail} a person's.
   *
   * @param step the step of the connector's file that failed, or {@code map}
   * @param what is wrong with an expression or with what it makes
   * @param line of the file, from 1
   * @param column of the file, from 1
   * @param received what came that could not be used
   */
  record Failure(
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

  /** A request without its secrets, and what came back. */
  record Request(
      String method,
      String url,
      Map<String, String> headers,
      Optional<Object> body,
      Optional<Received> received,
      long tookMs) {}

  /** A step of the connector's file; {@code value} is what later steps and the map see of it. */
  record Step(String name, boolean asked, List<Request> requests, Optional<Object> value) {}

  /**
   * What came of one question; nothing of it is kept.
   *
   * @param records how many the answer held
   * @param events what the file's map makes of it
   * @param plain whether requests, values and events are as they were; else what may be personal in them is x and 0
   */
  record Tried(
      boolean answered,
      long tookMs,
      int records,
      Optional<Failure> failure,
      List<Step> steps,
      List<Object> events,
      boolean plain) {}

  /** In the order of a card. */
  List<State> all();

  /**
   * Asks about a customer, or about nobody; NOT_FOUND for no such system or customer, no failure when it gives no answer.
   * {@code plain} shows what is personal.
   */
  Future<Tried> tried(String name, Optional<UUID> customer, boolean plain);
}
