package shopbell.decision.library;

import java.util.EnumMap;
import java.util.Map;
import shopbell.connector.Expression;
import shopbell.model.decision.Action;
import shopbell.model.decision.ActionRules;
import shopbell.model.decision.ExclusionReason;

/**
 * An action with its rules and placeholders compiled.
 *
 * @param rules in the order in which they are looked at; a missing one is always met
 */
record CompiledAction(
    Map<ExclusionReason, Expression> rules,
    CompiledText title,
    CompiledText steps,
    CompiledText because) {
  static CompiledAction of(Action action) {
    Map<ExclusionReason, Expression> rules = new EnumMap<>(ExclusionReason.class);
    ActionRules texts = action.rules();
    put(rules, ExclusionReason.NOT_ELIGIBLE, texts.eligible());
    put(rules, ExclusionReason.NOT_APPLICABLE, texts.applicable());
    put(rules, ExclusionReason.NOT_SUITABLE, texts.suitable());
    return new CompiledAction(
        rules,
        CompiledText.of(action.texts().title()),
        CompiledText.of(action.texts().steps()),
        CompiledText.of(action.texts().because()));
  }

  private static void put(
      Map<ExclusionReason, Expression> rules, ExclusionReason reason, String text) {
    if (!text.isBlank()) {
      rules.put(reason, Expression.compile(text));
    }
  }
}
