package shopbell.prediction.table;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * One prediction that could have been made in the past: what was known then, and what became of it.
 *
 * @param asOf the instant of the prediction
 * @param facts by column; a column that is missing here is a missing value
 * @param outcome whether it happened
 * @param outcomeKnown the instant from which the outcome is known
 */
public record PastCase(
    Instant asOf, Map<String, Fact> facts, boolean outcome, Instant outcomeKnown) {
  public PastCase {
    Objects.requireNonNull(asOf);
    Objects.requireNonNull(outcomeKnown);
    facts = Map.copyOf(facts);
  }
}
