package shopbell.insight;

import java.time.Instant;
import java.util.List;
import shopbell.model.Severity;

/**
 * The finding of a friction rule; {@link FrictionRules} puts it into words.
 *
 * @param items ids of the events it was found in
 * @param facts the values of the evidence's sentence: texts, numbers, durations, words, or lists of them
 */
public record FrictionFinding(
    String kind, Instant at, Severity severity, List<String> items, List<Object> facts) {
  public FrictionFinding {
    items = List.copyOf(items);
    facts = List.copyOf(facts);
  }
}
