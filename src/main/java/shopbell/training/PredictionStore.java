package shopbell.training;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import shopbell.model.card.ReasonPrediction;

/** Stores reason predictions and the agents' actual reasons. */
public interface PredictionStore {
  /** A contact with the reason its agent recorded. */
  record ConfirmedReason(Set<String> signals, String topic) {
    public ConfirmedReason {
      signals = Set.copyOf(signals);
    }
  }

  /** A newer prediction for the same contact replaces the older, until an agent has recorded the reason. */
  Future<Void> remember(List<ReasonPrediction> guesses);

  /** Records the agent's reason for {@code interaction}; {@code InteractionNotes} does the same at wrap-up. */
  Future<Void> told(UUID interaction, String topic, Instant at);

  /**
   * Deletes predictions older than {@code before} that are not among the newest {@code learned} with a recorded reason;
   * some thousands at a time, true when there are more.
   */
  Future<Boolean> prune(Instant before, int learned);

  /** The newest {@code most}. */
  Future<List<ConfirmedReason>> said(int most);
}
