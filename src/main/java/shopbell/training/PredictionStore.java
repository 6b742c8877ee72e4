package shopbell.training;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.Channel;
import shopbell.model.card.ReasonPrediction;

/** Stores reason predictions and the agents' actual reasons. */
public interface PredictionStore {
  /** A contact with a prediction and the reason its agent recorded. */
  record ConfirmedReason(
      Instant at, Optional<String> queue, Map<String, Double> signals, String topic) {
    public ConfirmedReason {
      signals = Map.copyOf(signals);
    }
  }

  /** A contact with a recorded reason and without a prediction: imported, or of a caller that was unknown. */
  record PastReason(
      Instant at, Optional<UUID> customer, Channel channel, Optional<String> queue, String topic) {}

  /**
   * Stores predictions. A newer one for the same contact replaces the older, until an agent has recorded the reason; a
   * reason that was recorded before its prediction is stored with it.
   */
  Future<Void> remember(List<ReasonPrediction> guesses);

  /** Records the agent's reason for {@code interaction}; {@code InteractionNotes} does the same at wrap-up. */
  Future<Void> told(UUID interaction, String topic, Instant at);

  /**
   * Deletes predictions older than {@code before} that are not among the newest {@code learned} with a recorded reason;
   * some thousands at a time, true when there are more.
   */
  Future<Boolean> prune(Instant before, int learned);

  /** The newest {@code most}, newest first. */
  Future<List<ConfirmedReason>> said(int most);

  /** The newest {@code most} contacts that have a recorded reason and no prediction, newest first. */
  Future<List<PastReason>> past(int most);

  /** Stores the figures of a training. */
  Future<Void> trained(TrainingFigures figures);
}
