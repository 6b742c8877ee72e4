package shopbell.training;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shopbell.prediction.reason.PredictedReason;

/**
 * The accuracy of reason predictions, against the reasons agents recorded, on blind contacts alone: a prediction that
 * the agent saw may have led to the recorded reason.
 */
@FunctionalInterface
public interface ReasonQuality {
  /** A contact whose agent did not see the prediction. */
  record BlindContact(Instant at, Optional<String> queue, PredictedReason prediction) {}

  /**
   * Of blind contacts that arrived since {@code since} and have a recorded reason.
   *
   * @param contacts how many there are
   * @param top1 the share with a correct first prediction; empty when there are no contacts
   * @param top3 the same of the first three
   * @param mostCommon the baseline: always predicting the most frequent reason
   * @param figures empty when there are no contacts
   * @param weeks by the Monday they begin with, oldest first
   */
  record Report(
      Instant since,
      int contacts,
      Optional<Double> top1,
      Optional<Double> top3,
      Optional<MostCommon> mostCommon,
      List<OfReason> reasons,
      Optional<Figures> figures,
      List<OfQueue> queues,
      List<OfWeek> weeks) {
    public Report {
      reasons = List.copyOf(reasons);
      queues = List.copyOf(queues);
      weeks = List.copyOf(weeks);
    }
  }

  /** The most frequent reason and its share of all. */
  record MostCommon(String reason, double share) {}

  /** One reason: how many contacts had it, and how many of them were predicted. */
  record OfReason(String reason, int contacts, int top1, int top3) {}

  /** A figure with its 95 % range. */
  record Range(double value, double low, double high) {}

  /**
   * How good the probabilities were.
   *
   * @param brier mean squared error over all reasons, 0 to 2
   * @param baseBrier the same of always predicting the shares of these contacts
   * @param ece expected calibration error of the first prediction
   */
  record Figures(Range top1, Range top3, Range brier, double baseBrier, Range ece) {}

  /** Of one queue. */
  record OfQueue(String queue, int contacts, Figures figures) {}

  /** Of one week. */
  record OfWeek(Instant begin, int contacts, Figures figures) {}

  /** The last training and its number of contacts; empty while the stated weights alone are used. */
  record Learned(Optional<Instant> at, int contacts, boolean percentages) {}

  /** Blind contacts with a recorded reason, newest first, at most fifty thousand. */
  Future<List<BlindContact>> blind(Instant since, Optional<String> queue);
}
