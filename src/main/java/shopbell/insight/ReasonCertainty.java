package shopbell.insight;

import java.util.List;
import java.util.Optional;
import shopbell.model.Severity;

/**
 * The certainty of a reason: what the company owes is a fact, independent of its learned probability, and is listed
 * before every prediction, in this order.
 */
final class ReasonCertainty {
  private static final List<String> SURE = List.of("promise-broken", "promise-due");

  private static final double LIKELY = 0.5;

  private ReasonCertainty() {}

  /** The lower, the earlier it is listed; all predictions are equal. */
  static int rank(String kind, Severity severity) {
    int place = SURE.indexOf(kind);
    return place < 0 || severity == Severity.INFO ? SURE.size() : place;
  }

  /** As a word: {@code sure}, {@code likely} or {@code perhaps}. */
  static String word(String kind, Severity severity, double weight) {
    if (rank(kind, severity) < SURE.size()) {
      return "sure";
    }
    return weight >= LIKELY ? "likely" : "perhaps";
  }

  /** The figure to show: of predictions alone, and only where {@code earned} by measured calibration. */
  static Optional<Integer> percent(String certainty, double weight, boolean earned) {
    return earned && !certainty.equals("sure")
        ? Optional.of((int) Math.round(weight * 100))
        : Optional.empty();
  }
}
