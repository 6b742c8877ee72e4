package shopbell.training;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How good the guesses are: what was shown, against what agents said afterwards. */
@FunctionalInterface
public interface ReasonQuality {
  /**
   * Of contacts that arrived since {@code since} and whose agents said what they were about.
   *
   * @param contacts how many there are
   * @param top1 the share of which the first guess was right; empty when there are none
   * @param top3 the same of the first three
   * @param mostCommon what one would say without looking, and how often that is right
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

  /** One reason: how many contacts were about it, and how many of them were guessed. */
  record OfReason(String reason, int contacts, int top1, int top3) {}

  /** When it was last learned from how many contacts; empty while the stated weights alone are used. */
  record Learned(Optional<Instant> at, int contacts) {}

  /** In one round trip. */
  Future<Report> since(Instant since);
}
