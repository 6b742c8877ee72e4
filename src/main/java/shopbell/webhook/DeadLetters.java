package shopbell.webhook;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shopbell.model.Page;

/** What other systems are still to be told, and what they have not taken. */
public interface DeadLetters {
  /** A receiver: what it is told of, how much waits since when, and how much was given up. */
  record Receiving(
      String name, List<String> events, long waiting, Optional<Instant> oldest, long dead) {}

  /** One that was given up; {@code failure} is why the last attempt failed. */
  record Letter(
      String id, String receiver, String event, Instant at, int attempts, String failure) {}

  /** By name. */
  Future<List<Receiving>> receivers();

  /** Newest first; {@code before} is the next of the page before. */
  Future<Page<Letter>> dead(Optional<String> before);

  /** It is tried again at once; false when there is none like it. */
  Future<Boolean> again(String id);
}
