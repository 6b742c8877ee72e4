package shopbell.ingress;

import java.util.List;
import java.util.Map;
import shopbell.json.Json;

/** The response to a sender once its events are stored. */
public record DoorReply(int status, String contentType, String body) {
  /** Accepted, with an empty body. */
  public static final DoorReply ACCEPTED = new DoorReply(202, "", "");

  /** A copy with the handles left out of the events, where no vendor expects a response of its own. */
  DoorReply warning(List<EventIntake.Warning> warnings) {
    return warnings.isEmpty() || !equals(ACCEPTED)
        ? this
        : new DoorReply(status, "application/json", Json.write(Map.of("warnings", warnings)));
  }
}
