package shopbell.webhook;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shopbell.model.Page;

/** Pending and failed deliveries to other systems. */
public interface DeadLetters {
  /** A receiver: its events, the number of waiting deliveries and since when, and the number given up. */
  record Receiving(
      String name, List<String> events, long waiting, Optional<Instant> oldest, long dead) {}

  /** One that was given up; {@code failure} is why the last attempt failed. */
  record Letter(
      String id, String receiver, String event, Instant at, int attempts, String failure) {}

  /** By name. */
  Future<List<Receiving>> receivers();

  /** Newest first; {@code before} is the next of the page before. */
  Future<Page<Letter>> dead(Optional<String> before);

  /** Retries it at once; false when there is no such delivery. */
  Future<Boolean> again(String id);
}
