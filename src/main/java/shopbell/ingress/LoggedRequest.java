package shopbell.ingress;

import java.time.Instant;
import java.util.Optional;

/**
 * One request at a door, and its result.
 *
 * @param request the request without its credentials; empty once it is deleted, or was never admitted
 * @param result kept, nothing (no event in it), refused, unavailable or failed
 * @param reason why it was refused, or what was left out; never with any part of the request
 * @param events how many
 */
public record LoggedRequest(
    String id,
    Instant at,
    Optional<DoorRequest> request,
    String result,
    String reason,
    int events) {
  LoggedRequest forgotten() {
    return new LoggedRequest(id, at, Optional.empty(), result, reason, events);
  }
}
