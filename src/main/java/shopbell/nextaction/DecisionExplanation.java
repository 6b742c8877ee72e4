package shopbell.nextaction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shopbell.model.decision.DecidedAction;
import shopbell.model.decision.Decision;

/** Why each action was shown or not, as plain values for the log: shown ones first, then vetoed ones, then all others. */
final class DecisionExplanation {
  private DecisionExplanation() {}

  static Map<String, Object> of(Decision decision) {
    return Map.of(
        "candidates",
        decision.candidates().stream().map(DecisionExplanation::candidate).toList(),
        "ties",
        decision.ties().stream().map(tie -> List.of(tie.first(), tie.second())).toList());
  }

  private static Map<String, Object> candidate(DecidedAction one) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("action", one.name());
    keys.put("version", one.version().version());
    keys.put("title", one.texts().title());
    keys.put("outcome", one.isShown() ? "shown" : one.isVetoed() ? "vetoed" : "excluded");
    keys.put("reason", one.exclusion().map(why -> why.reason().toString()).orElse(null));
    keys.put("detail", one.exclusion().map(why -> why.detail()).orElse(""));
    keys.put("because", one.because());
    keys.put("probability", one.estimate().map(e -> e.probability()).orElse(null));
    keys.put("low", one.estimate().map(e -> e.low()).orElse(null));
    keys.put("high", one.estimate().map(e -> e.high()).orElse(null));
    keys.put("benefit", one.estimate().map(e -> e.benefit()).orElse(null));
    keys.put("drawn", one.estimate().map(e -> e.drawn()).orElse(null));
    keys.put("model", one.estimate().map(e -> e.model()).orElse(null));
    keys.put("explored", one.explored());
    return keys;
  }
}
