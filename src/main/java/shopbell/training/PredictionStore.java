package shopbell.training;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import shopbell.model.card.ReasonPrediction;

/** What was guessed of contacts, and what agents said afterwards; kept by the store. */
public interface PredictionStore {
  /** A contact whose agent has said what it was about. */
  record Said(Set<String> signals, String topic) {
    public Said {
      signals = Set.copyOf(signals);
    }
  }

  /** A newer guess of the same contact replaces the older, until an agent has said what it was about. */
  Future<Void> remember(List<ReasonPrediction> guesses);

  /** The agent of {@code interaction} has said what it was about; the notebook does the same at wrap-up. */
  Future<Void> told(UUID interaction, String topic, Instant at);

  /**
   * Forgets what is older than {@code before} and not among the newest {@code learned} that an agent has spoken of; some
   * thousands at a time, true when there are more.
   */
  Future<Boolean> prune(Instant before, int learned);

  /** The newest {@code most}. */
  Future<List<Said>> said(int most);
}
