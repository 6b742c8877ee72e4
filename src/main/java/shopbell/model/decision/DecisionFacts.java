package shopbell.model.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What rules and models see of one contact: plain maps, lists and values with the keys of the public card.
 *
 * @param values times are RFC 3339 texts
 * @param at the instant of the decision, which is "now" for every rule
 */
public record DecisionFacts(Map<String, Object> values, Instant at) {
  /** A contact reason of the card, in the card's order. */
  public record MatchedReason(String kind, double weight, String text) {}

  /** The text at {@code keys}, each one deeper; empty where there is none. */
  public Optional<String> text(String... keys) {
    return value(keys).filter(String.class::isInstance).map(String.class::cast);
  }

  /** The number at {@code keys}; empty where there is none. */
  public Optional<Double> number(String... keys) {
    return value(keys).filter(Number.class::isInstance).map(n -> ((Number) n).doubleValue());
  }

  /** The value at {@code keys}; empty where there is none. */
  public Optional<Object> value(String... keys) {
    Object found = values;
    for (String key : keys) {
      found = found instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return Optional.ofNullable(found);
  }

  /** The contact reasons of the card, in its order: what is owed first, then the likeliest. */
  public List<MatchedReason> reasons() {
    return list("reason").flatMap(DecisionFacts::reason).toList();
  }

  /** Whether the customer refuses {@code use}, a word of {@code Consent}. */
  public boolean refuses(String use) {
    return list("customer", "refused").anyMatch(use::equals);
  }

  private Stream<?> list(String... keys) {
    return value(keys).stream().flatMap(all -> all instanceof List<?> l ? l.stream() : Stream.of());
  }

  private static Stream<MatchedReason> reason(Object one) {
    if (one instanceof Map<?, ?> map && map.get("kind") instanceof String kind) {
      double weight = map.get("weight") instanceof Number n ? n.doubleValue() : 0;
      String text = map.get("text") instanceof String said ? said : "";
      return Stream.of(new MatchedReason(kind, weight, text));
    }
    return Stream.of();
  }
}
