package shopbell.insight;

import java.time.Instant;
import java.util.List;
import shopbell.model.Severity;

/**
 * What a rule of friction has seen; {@link FrictionRules} says it in words.
 *
 * @param items ids of what it was seen in
 * @param facts the values of the evidence's sentence: texts, numbers, durations, words, or lists of them
 */
public record FrictionFinding(
    String kind, Instant at, Severity severity, List<String> items, List<Object> facts) {
  public FrictionFinding {
    items = List.copyOf(items);
    facts = List.copyOf(facts);
  }
}
