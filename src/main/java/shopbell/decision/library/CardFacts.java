package shopbell.decision.library;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.Map;
import shopbell.json.Json;
import shopbell.model.card.Card;
import shopbell.model.decision.DecisionFacts;

/** The facts of a decision are the public card, so that an author can write a rule while looking at its JSON. */
public final class CardFacts {
  private static final TypeReference<Map<String, Object>> PLAIN = new TypeReference<>() {};

  private CardFacts() {}

  /** The facts of {@code card} at {@code now}; the actions that are on it are left out. */
  public static DecisionFacts of(Card card, Instant now) {
    Map<String, Object> values = Json.MAPPER.convertValue(card, PLAIN);
    values.remove("actions");
    return new DecisionFacts(values, now);
  }
}
