package shopbell.sources;

import java.util.List;
import java.util.Optional;
import shopbell.connector.ConnectorTrial;
import shopbell.remote.RemoteCallFailed;
import shopbell.remote.SentRequest;

/**
 * One question to a source while somebody watches, as it went; nothing of it is kept.
 *
 * @param made what the connector's map makes of what may be seen of the answers; empty when it did not come to that
 * @param failed why there is no answer
 */
public record SourceTrial(
    List<Step> steps, Optional<ConnectorTrial.Result> made, Optional<RemoteCallFailed> failed) {
  public SourceTrial {
    steps = List.copyOf(steps);
  }

  /**
   * One step of the connector's file, as far as it got.
   *
   * @param asked false when its {@code when} was not true
   * @param requests without secrets, one for each page, and one more where the line broke
   * @param value what later steps and the map see under its name, masked if asked for; empty when there is none
   */
  public record Step(
      String name, boolean asked, List<SentRequest> requests, Optional<Object> value) {
    public Step {
      requests = List.copyOf(requests);
    }
  }
}
