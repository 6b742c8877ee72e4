package shopbell.training;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The accuracy of reason predictions: those shown, against the reasons agents recorded. */
@FunctionalInterface
public interface ReasonQuality {
  /**
   * Of contacts that arrived since {@code since} and have a recorded reason.
   *
   * @param contacts how many there are
   * @param top1 the share with a correct first prediction; empty when there are no contacts
   * @param top3 the same of the first three
   * @param mostCommon the baseline: always predicting the most frequent reason
   */
  record Report(
      Instant since,
      int contacts,
      Optional<Double> top1,
      Optional<Double> top3,
      Optional<MostCommon> mostCommon,
      List<OfReason> reasons) {
    public Report {
      reasons = List.copyOf(reasons);
    }
  }

  /** The most frequent reason and its share of all. */
  record MostCommon(String reason, double share) {}

  /** One reason: how many contacts had it, and how many of them were predicted. */
  record OfReason(String reason, int contacts, int top1, int top3) {}

  /** The last training and its number of contacts; empty while the stated weights alone are used. */
  record Learned(Optional<Instant> at, int contacts) {}

  /** In one round trip. */
  Future<Report> since(Instant since);
}
