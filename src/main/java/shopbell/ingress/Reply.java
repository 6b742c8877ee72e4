package shopbell.ingress;

import java.util.List;
import java.util.Map;
import shopbell.wire.Json;

/** What a sender hears once its events are kept. */
public record Reply(int status, String contentType, String body) {
  /** Accepted, nothing more to say. */
  public static final Reply ACCEPTED = new Reply(202, "", "");

  /** The same with what was left out of the events, where no vendor expects an answer of its own. */
  Reply warning(List<Intake.Warning> warnings) {
    return warnings.isEmpty() || !equals(ACCEPTED)
        ? this
        : new Reply(status, "application/json", Json.write(Map.of("warnings", warnings)));
  }
}
