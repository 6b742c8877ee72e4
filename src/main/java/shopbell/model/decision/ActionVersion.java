package shopbell.model.decision;

import java.time.Instant;

/**
 * An action as one author saved it; it never changes, only its state does.
 *
 * @param version from 1 in each action
 * @param author the user's name; empty for an action that comes with the program
 * @param change what the author says about the difference to the version before
 */
public record ActionVersion(
    Action action, int version, ActionState state, String author, Instant at, String change) {
  public ActionVersion {
    if (version < 1) {
      throw new IllegalArgumentException("version is from 1");
    }
  }

  /** A copy in another state; IllegalArgumentException for a step that leads nowhere. */
  public ActionVersion in(ActionState next) {
    if (!state.leadsTo(next)) {
      throw new IllegalArgumentException("a version cannot go from " + state + " to " + next);
    }
    return new ActionVersion(action, version, next, author, at, change);
  }
}
