package shopbell.model.decision;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that a company can do for a customer, as its author describes it. docs/decisions.md has every key.
 *
 * @param name stable, at most 40 small letters, digits and -; past decisions and effects are kept by it
 * @param start what it starts when it is accepted; empty when the agent does all of it
 */
public record Action(
    String name,
    ActionKind kind,
    ActionTexts texts,
    Optional<ActionStart> start,
    ActionPlacement placement,
    ActionRules rules,
    ActionLimits limits,
    ActionGoal goal) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  public Action {
    checkName(name);
    if (texts.because().isEmpty() && placement.reasons().isEmpty()) {
      throw new IllegalArgumentException(
          "because is missing; only an action with reasons can leave it out");
    }
  }

  static void checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "name has at most 40 small letters, digits and -, and begins with no -");
    }
  }
}
