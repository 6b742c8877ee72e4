package shopbell.model.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The actions and vetoes of one moment, as a decision uses them.
 *
 * @param actions at most one version of each name; their values have one unit, or nothing could be ranked
 * @param vetoes in the order in which they are looked at; the first that is raised is given
 */
public record ActionCatalogue(List<ActionVersion> actions, List<Veto> vetoes) {
  public ActionCatalogue {
    actions = List.copyOf(actions);
    vetoes = List.copyOf(vetoes);
    Set<String> names = new HashSet<>();
    for (ActionVersion one : actions) {
      if (!names.add(one.action().name())) {
        throw new IllegalArgumentException(one.action().name() + " stands here twice");
      }
      if (!actions.stream().allMatch(other -> worth(one).comparable(worth(other)))) {
        throw new IllegalArgumentException("value of " + one.action().name()
            + " has another unit than those of other actions; they cannot be ranked");
      }
    }
  }

  private static Worth worth(ActionVersion version) {
    return version.action().goal().value();
  }
}
