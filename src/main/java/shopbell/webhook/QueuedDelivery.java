package shopbell.webhook;

import java.time.Instant;
import java.util.Objects;

/**
 * One event for one receiver.
 *
 * @param id its place in the order
 * @param key the same at every attempt, so that a receiver detects a repetition
 * @param body JSON with the current data
 * @param attempts made before this one
 */
public record QueuedDelivery(
    long id, String key, EventType event, Instant at, String body, int attempts) {
  public QueuedDelivery {
    Objects.requireNonNull(key);
    Objects.requireNonNull(event);
    Objects.requireNonNull(at);
    Objects.requireNonNull(body);
  }
}
