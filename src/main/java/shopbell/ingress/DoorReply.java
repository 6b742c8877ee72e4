package shopbell.ingress;

import java.util.List;
import java.util.Map;
import shopbell.json.Json;

/** The response to a sender once its events are stored. */
public record DoorReply(int status, String contentType, String body) {
  /** Accepted, nothing more to say. */
  public static final DoorReply ACCEPTED = new DoorReply(202, "", "");

  /** The same with what was left out of the events, where no vendor expects an answer of its own. */
  DoorReply warning(List<EventIntake.Warning> warnings) {
    return warnings.isEmpty() || !equals(ACCEPTED)
        ? this
        : new DoorReply(status, "application/json", Json.write(Map.of("warnings", warnings)));
  }
}
