package shopbell.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import shopbell.model.decision.DecisionFacts.MatchedReason;
import shopbell.model.decision.ExclusionReason;

/**
 * The order of the candidates that no filter left out: what is owed first, then by the drawn benefit.
 *
 * <p>Each of n predicted ones takes the first place in 1 % of all decisions, whatever is known of it: so a wrong belief
 * is found out.
 */
final class ThompsonRanking {
  private static final double FLOOR = 0.01;

  private final DecisionInput input;

  ThompsonRanking(DecisionInput input) {
    this.input = input;
  }

  /** {@code open} in their order, at most {@code max} of them without an exclusion. */
  List<Candidate> ranked(List<Candidate> open) {
    List<Candidate> order = new ArrayList<>(
        open.stream().filter(Candidate::mandatory).sorted(byReason()).toList());
    List<Candidate> predicted = open.stream()
        .filter(one -> !one.mandatory())
        .sorted(Comparator.comparing(one -> one.action().name()))
        .toList();
    order.addAll(explored(predicted));
    List<Candidate> placed = new ArrayList<>();
    int place = 0;
    for (Candidate one : order) {
      Candidate at = placed(one, place);
      placed.add(at);
      place +=
          at.exclusion().filter(e -> e.reason() != ExclusionReason.HELD_OUT).isEmpty() ? 1 : 0;
    }
    return placed;
  }

  /** The place of a held-out action stays empty: persons who see it and those held out are chosen in one way. */
  private Candidate placed(Candidate one, int place) {
    if (!one.mandatory() && !one.explored() && one.drawn() < 0) {
      return one.excluded(ExclusionReason.NOT_WORTHWHILE, "");
    }
    if (place >= input.request().max()) {
      return one.excluded(ExclusionReason.RANKED_LOWER, "");
    }
    return one.heldOut() ? one.excluded(ExclusionReason.HELD_OUT, "") : one;
  }

  private List<Candidate> explored(List<Candidate> byName) {
    double chance = new SeededDraws(input.request().id()).uniform("explore");
    int chosen = (int) (chance / FLOOR);
    List<Candidate> order = new ArrayList<>(byName);
    order.sort(Comparator.comparingDouble((Candidate one) -> -one.drawn())
        .thenComparing(one -> one.action().name()));
    if (chosen < byName.size()) {
      Candidate first = byName.get(chosen);
      order.remove(first);
      order.add(0, first.exploredFirst());
    }
    return order;
  }

  /** In the order of the contact's reasons; without one of them at the end. */
  private Comparator<Candidate> byReason() {
    List<String> reasons =
        input.facts().reasons().stream().map(MatchedReason::kind).toList();
    return Comparator.comparingInt(one -> one.action().placement().reasons().stream()
        .mapToInt(reasons::indexOf)
        .filter(at -> at >= 0)
        .min()
        .orElse(reasons.size()));
  }
}
