package shopbell.model.decision;

import java.util.Set;

/**
 * A reason against actions that would otherwise be shown.
 *
 * @param text the sentence on the card, with placeholders
 * @param rule a JSONata expression over {@link DecisionFacts}; the veto is raised while it is true
 * @param kinds the kinds that it forbids
 * @param actions further actions that it forbids, by name
 */
public record Veto(
    String name, LocalText text, String rule, Set<ActionKind> kinds, Set<String> actions) {
  public Veto {
    Action.checkName(name);
    kinds = Set.copyOf(kinds);
    actions = Set.copyOf(actions);
    if (text.isEmpty()) {
      throw new IllegalArgumentException("text is missing");
    }
    if (rule.isBlank()) {
      throw new IllegalArgumentException("rule is missing");
    }
    if (kinds.isEmpty() && actions.isEmpty()) {
      throw new IllegalArgumentException("kinds or actions name what it forbids");
    }
  }

  /** Whether it forbids {@code action} while it is raised. */
  public boolean forbids(Action action) {
    return kinds.contains(action.kind()) || actions.contains(action.name());
  }
}
