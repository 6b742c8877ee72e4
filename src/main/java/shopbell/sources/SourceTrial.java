package shopbell.sources;

import java.util.List;
import java.util.Optional;
import shopbell.connector.ConnectorTrial;
import shopbell.remote.RemoteCallFailed;
import shopbell.remote.SentRequest;

/**
 * One trial query to a source, step by step; nothing of it is stored.
 *
 * @param made the events the connector's map makes of the masked answers; empty when the map did not run
 * @param failed why there is no answer
 */
public record SourceTrial(
    List<TrialStep> steps,
    Optional<ConnectorTrial.Result> made,
    Optional<RemoteCallFailed> failed) {
  public SourceTrial {
    steps = List.copyOf(steps);
  }

  /**
   * One step of the connector's file, as far as it got.
   *
   * @param asked false when its {@code when} was not true
   * @param requests without secrets, one for each page, and one more where the connection broke
   * @param value what later steps and the map see under its name, masked if requested; empty when there is none
   */
  public record TrialStep(
      String name, boolean asked, List<SentRequest> requests, Optional<Object> value) {
    public TrialStep {
      requests = List.copyOf(requests);
    }
  }
}
