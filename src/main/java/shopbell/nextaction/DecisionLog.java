package shopbell.nextaction;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import shopbell.decision.ModelFeature;
import shopbell.model.decision.Action;
import shopbell.model.decision.DecidedAction;
import shopbell.model.decision.Estimate;
import shopbell.model.decision.Exclusion;
import shopbell.model.decision.ExclusionReason;
import shopbell.model.decision.SuccessDefinition;
import shopbell.nextaction.Decisions.Decided;
import shopbell.nextaction.LoggedDecision.Exposure;
import shopbell.nextaction.LoggedDecision.ExposureState;

/** Makes of a decision what is stored of it. */
final class DecisionLog {
  /** An answer that comes later is no answer to this showing. */
  private static final Duration ANSWERED_WITHIN = Duration.ofDays(7);

  private DecisionLog() {}

  static LoggedDecision of(Decided decided, UUID customer, Optional<UUID> interaction) {
    List<DecidedAction> candidates = decided.decision().candidates();
    List<Exposure> exposures = IntStream.range(0, candidates.size())
        .boxed()
        .flatMap(place -> exposure(decided, candidates.get(place), place))
        .toList();
    return new LoggedDecision(
        decided.decision(),
        customer,
        interaction,
        exposures,
        HoldOutGroups.used(
            decided.holdOuts(),
            decided.person().holdOuts(),
            candidates.stream()
                .filter(one -> one.estimate().isPresent())
                .map(DecidedAction::name)));
  }

  private static Stream<Exposure> exposure(Decided decided, DecidedAction one, int place) {
    return state(one).stream().map(state -> {
      Action action = one.version().action();
      Optional<SuccessDefinition> success = action.goal().success();
      Instant at = decided.decision().at();
      return new Exposure(
          one.name(),
          one.version().version(),
          place,
          state,
          one.exclusion().filter(why -> one.isVetoed()).map(Exclusion::detail),
          one.estimate().map(Estimate::benefit).orElse(0.0),
          features(decided, one),
          success.map(definition -> definition.kind().toString()),
          at.plus(success.map(SuccessDefinition::within).orElse(ANSWERED_WITHIN)),
          success.flatMap(SuccessDefinition::leastScore));
    });
  }

  private static Optional<ExposureState> state(DecidedAction one) {
    if (one.isShown()) {
      return Optional.of(ExposureState.SHOWN);
    }
    if (one.isVetoed()) {
      return Optional.of(ExposureState.VETOED);
    }
    return one.exclusion()
        .filter(why -> why.reason() == ExclusionReason.HELD_OUT)
        .map(why -> ExposureState.HELD_OUT);
  }

  /** None for a mandatory action, of which nothing is predicted. */
  private static Set<ModelFeature> features(Decided decided, DecidedAction one) {
    return one.estimate()
        .map(estimate -> ModelFeature.of(
            one.version().action(),
            decided.input().request(),
            decided.input().facts(),
            decided.input().history()))
        .orElse(Set.of());
  }
}
