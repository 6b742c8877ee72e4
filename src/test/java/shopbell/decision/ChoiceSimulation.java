package shopbell.decision;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import shopbell.decision.SuccessModel.Observation;
import shopbell.decision.effect.EffectMeasurement;
import shopbell.decision.effect.HoldOut;
import shopbell.decision.effect.OutcomeSums;
import shopbell.decision.effect.RetirementRules;
import shopbell.model.decision.Action;
import shopbell.model.decision.ActionCatalogue;
import shopbell.model.decision.ActionEffect;
import shopbell.model.decision.DecidedAction;
import shopbell.model.decision.Decision;
import shopbell.model.decision.DecisionFacts;
import shopbell.model.decision.ExclusionReason;
import shopbell.model.decision.HoldOutAssignment;
import shopbell.model.decision.PersonHistory;
import shopbell.model.decision.StatedEvidence;

/** Invented persons with known probabilities meet the choice, which knows nothing of them at first. */
public final class ChoiceSimulation {
  /** The truth of one action: successes of persons who were shown it, and of those who were not. */
  public record Truth(String action, int euros, double with, double without) {
    /** Of one showing. */
    double benefit() {
      return euros * with;
    }

    /** What a measurement should find. */
    public double effect() {
      return with - without;
    }
  }

  /** The third harms; the author of each states that it succeeds in 5 of 10 contacts. */
  public static final List<Truth> TRUTHS = List.of(
      new Truth("voucher", 100, 0.30, 0.20),
      new Truth("bundle", 60, 0.40, 0.40),
      new Truth("pushy", 50, 0.36, 0.60),
      new Truth("guide", 20, 0.50, 0.40),
      new Truth("survey", 10, 0.30, 0.10));

  private static final int BATCH = 200;
  private static final ActionCatalogue CATALOGUE = SampleActions.catalogue(
      List.of(),
      TRUTHS.stream()
          .map(truth -> SampleActions.sale(truth.action(), truth.euros(), 5))
          .toArray(Action[]::new));

  private final SplittableRandom random;
  private final HoldOut holdOut;
  private final long run;
  private final Map<String, SuccessModel> models = new HashMap<>();
  private final Map<String, List<Observation>> seen = new HashMap<>();
  private final Map<String, OutcomeSums> shown = new HashMap<>();
  private final Map<String, OutcomeSums> heldOut = new HashMap<>();

  private ChoiceSimulation(long run) {
    this.run = run;
    this.random = new SplittableRandom(run);
    this.holdOut = new HoldOut(("the key of run number " + run).getBytes(StandardCharsets.UTF_8));
    TRUTHS.forEach(truth -> models.put(truth.action(), SuccessModel.of(new StatedEvidence(5, 10))));
  }

  /** The state after {@code contacts}, each of another person; the same for the same {@code run}. */
  public static ChoiceSimulation of(long run, int contacts) {
    ChoiceSimulation simulation = new ChoiceSimulation(run);
    for (int contact = 1; contact <= contacts; contact++) {
      simulation.meet(contact);
      if (contact % BATCH == 0) {
        simulation.learn();
      }
    }
    return simulation;
  }

  private void meet(int contact) {
    DecisionFacts facts = SampleActions.facts();
    List<HoldOutAssignment> assignments = TRUTHS.stream()
        .map(truth ->
            holdOut.assign(new UUID(run, contact), truth.action(), HoldOut.USUAL_SHARE, facts.at()))
        .toList();
    DecisionInput input = new DecisionInput(
        SampleActions.request((run << 32) + contact),
        facts,
        CATALOGUE,
        PersonHistory.NONE,
        assignments,
        models,
        ZoneOffset.UTC);
    Decision decision = DecisionEngine.decide(input, SampleActions.ALL_MET);
    for (DecidedAction one : decision.candidates()) {
      if (one.isShown()) {
        boolean success = happens(one.name(), Truth::with);
        shown.merge(one.name(), sums(success), ChoiceSimulation::joined);
        seen.computeIfAbsent(one.name(), name -> new ArrayList<>())
            .add(new Observation(features(input, one), success));
      } else if (one.exclusion().orElseThrow().reason() == ExclusionReason.HELD_OUT) {
        heldOut.merge(
            one.name(), sums(happens(one.name(), Truth::without)), ChoiceSimulation::joined);
      }
    }
  }

  private static Set<ModelFeature> features(DecisionInput input, DecidedAction one) {
    return ModelFeature.of(one.version().action(), input.request(), input.facts(), input.history());
  }

  private boolean happens(String action, ToDoubleFunction<Truth> probability) {
    Truth truth =
        TRUTHS.stream().filter(one -> one.action().equals(action)).findFirst().orElseThrow();
    return random.nextDouble() < probability.applyAsDouble(truth);
  }

  private static OutcomeSums sums(boolean success) {
    return OutcomeSums.NONE.plus(success ? 1 : 0, 0);
  }

  private static OutcomeSums joined(OutcomeSums all, OutcomeSums one) {
    return all.plus(one.outcome(), 0);
  }

  private void learn() {
    seen.forEach((action, observations) ->
        models.merge(action, models.get(action), (old, same) -> old.updated(observations)));
    seen.clear();
  }

  /** The actions by the benefit that the models expect of them, best first. */
  public List<String> ranking() {
    Decision decision = DecisionEngine.decide(
        new DecisionInput(
            SampleActions.request(0),
            SampleActions.facts(),
            CATALOGUE,
            PersonHistory.NONE,
            List.of(),
            models,
            ZoneOffset.UTC),
        SampleActions.ALL_MET);
    return decision.candidates().stream()
        .sorted(Comparator.comparing(one -> -one.estimate().orElseThrow().benefit()))
        .map(DecidedAction::name)
        .toList();
  }

  /** What the measurement says of {@code action}. */
  public ActionEffect effect(String action) {
    return EffectMeasurement.of(
        action,
        shown.getOrDefault(action, OutcomeSums.NONE),
        heldOut.getOrDefault(action, OutcomeSums.NONE));
  }

  /** Whether every interval contains its true effect. */
  public boolean covers() {
    return TRUTHS.stream().allMatch(truth -> {
      ActionEffect effect = effect(truth.action());
      return effect.low() <= truth.effect() && truth.effect() <= effect.high();
    });
  }

  /** The actions in their true order. */
  public static List<String> truth() {
    return TRUTHS.stream()
        .sorted(Comparator.comparing(truth -> -truth.benefit()))
        .map(Truth::action)
        .toList();
  }

  /** The proposals for retirement by effect alone. */
  public List<String> harmful() {
    return TRUTHS.stream()
        .map(Truth::action)
        .filter(action ->
            RetirementRules.of(action, Optional.of(effect(action)), List.of()).isPresent())
        .toList();
  }
}
