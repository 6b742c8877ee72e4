package shopbell.ingress;

import java.time.Instant;
import java.util.Optional;

/**
 * One request at a door, and what came of it.
 *
 * @param request what was sent, without what proves who sent it; empty once it is forgotten, or was never admitted
 * @param result kept, nothing (no event in it), refused, unavailable or failed
 * @param reason why it was refused, or what was left out; never with anything of what was sent
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
