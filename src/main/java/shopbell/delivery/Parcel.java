package shopbell.delivery;

import java.time.Instant;
import java.util.Objects;

/**
 * One thing to be told to one receiver.
 *
 * @param id its place in the order
 * @param key the same at every attempt, so that a receiver knows a repeated one
 * @param body JSON as it stands now
 * @param attempts made before this one
 */
public record Parcel(long id, String key, EventType event, Instant at, String body, int attempts) {
  public Parcel {
    Objects.requireNonNull(key);
    Objects.requireNonNull(event);
    Objects.requireNonNull(at);
    Objects.requireNonNull(body);
  }
}
