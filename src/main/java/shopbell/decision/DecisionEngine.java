package shopbell.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import shopbell.model.decision.Action;
import shopbell.model.decision.ActionVersion;
import shopbell.model.decision.DecidedAction;
import shopbell.model.decision.Decision;
import shopbell.model.decision.Decision.TiedActions;
import shopbell.model.decision.Estimate;
import shopbell.model.decision.Exclusion;
import shopbell.model.decision.LocalText;
import shopbell.model.decision.Veto;

/**
 * Chooses the next best actions of one contact, and says of each other action why not. docs/decisions.md has the steps.
 * A pure function: the same input and rules give an equal decision, today and on another machine.
 */
public final class DecisionEngine {
  /** Benefits that differ by less than this share of the value are as good as equal. */
  private static final double TIE = 0.01;

  private final DecisionInput input;
  private final RuleEvaluation rules;
  private final PlacementFilter place;
  private final PersonFilter person;
  private final SeededDraws draws;
  private final Map<Veto, Optional<LocalText>> raised = new LinkedHashMap<>();

  private DecisionEngine(DecisionInput input, RuleEvaluation rules) {
    this.input = input;
    this.rules = rules;
    this.place = new PlacementFilter(input);
    this.person = new PersonFilter(input);
    this.draws = new SeededDraws(input.request().id());
  }

  /** The decision; as slow as {@code rules} are. */
  public static Decision decide(DecisionInput input, RuleEvaluation rules) {
    return new DecisionEngine(input, rules).decided();
  }

  private Decision decided() {
    List<Candidate> filtered =
        input.catalogue().actions().stream().map(this::filtered).toList();
    List<Candidate> ranked = new ThompsonRanking(input)
        .ranked(filtered.stream().filter(Candidate::open).toList());
    List<DecidedAction> candidates = Stream.of(
            ranked.stream().filter(Candidate::open),
            filtered.stream().filter(Candidate::vetoed),
            ranked.stream().filter(one -> !one.open()),
            filtered.stream().filter(one -> !one.open() && !one.vetoed()))
        .flatMap(some -> some)
        .map(one -> one.decided(rules))
        .toList();
    return new Decision(
        input.request(), input.facts().at(), candidates, ties(candidates), InputDigest.of(input));
  }

  private Candidate filtered(ActionVersion version) {
    Candidate candidate = Candidate.of(version);
    Action action = version.action();
    Optional<Exclusion> refusal = place.exclusion(action).or(() -> rules.refusal(action));
    if (refusal.isPresent()) {
      return candidate.excluded(refusal.get());
    }
    Candidate estimated = action.limits().mandatory()
        ? candidate
        : candidate.estimated(estimate(action), person.heldOut(action));
    Optional<Candidate> vetoed = input.catalogue().vetoes().stream()
        .filter(veto -> veto.forbids(action))
        .flatMap(veto -> sentence(veto).map(text -> estimated.vetoed(veto.name(), text)).stream())
        .findFirst();
    return vetoed.or(() -> person.exclusion(action).map(estimated::excluded)).orElse(estimated);
  }

  /** Evaluated once, and only when an action is concerned. */
  private Optional<LocalText> sentence(Veto veto) {
    return raised.computeIfAbsent(veto, rules::raised);
  }

  private Estimate estimate(Action action) {
    SuccessModel model = input.model(action);
    double draw = draws.normal(action.name() + " " + model.observations());
    return model.estimate(
        ModelFeature.of(action, input.request(), input.facts(), input.history()),
        action.goal(),
        draw);
  }

  private static List<TiedActions> ties(List<DecidedAction> candidates) {
    List<DecidedAction> shown = candidates.stream()
        .filter(one -> one.isShown() && one.estimate().isPresent())
        .toList();
    List<TiedActions> ties = new ArrayList<>();
    for (int i = 1; i < shown.size(); i++) {
      if (tied(shown.get(i - 1), shown.get(i))) {
        ties.add(new TiedActions(shown.get(i - 1).name(), shown.get(i).name()));
      }
    }
    return ties;
  }

  private static boolean tied(DecidedAction one, DecidedAction other) {
    double value = Math.max(value(one), value(other));
    return Math.abs(one.estimate().orElseThrow().benefit()
            - other.estimate().orElseThrow().benefit())
        <= TIE * value;
  }

  private static double value(DecidedAction one) {
    return one.version().action().goal().value().amount().doubleValue();
  }
}
