package shopbell.decision;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import shopbell.model.Consent;
import shopbell.model.decision.Action;
import shopbell.model.decision.ActionPlacement;
import shopbell.model.decision.DecisionFacts.MatchedReason;
import shopbell.model.decision.Exclusion;
import shopbell.model.decision.ExclusionReason;

/** Whether an action may stand at this place at this time, before any rule is evaluated. */
final class PlacementFilter {
  private final DecisionInput input;
  private final boolean refused;
  private final LocalDate today;

  PlacementFilter(DecisionInput input) {
    this.input = input;
    this.refused = input.facts().refuses(Consent.PROFILING.toString());
    this.today = LocalDate.ofInstant(input.facts().at(), input.zone());
  }

  /** A mandatory action is owed, not predicted, so a refusal of profiling does not stop it. */
  Optional<Exclusion> exclusion(Action action) {
    ActionPlacement placement = action.placement();
    if (refused && !action.limits().mandatory()) {
      return because(ExclusionReason.PROFILING_REFUSED, "");
    }
    if (placement.from().filter(today::isBefore).isPresent()) {
      return because(ExclusionReason.NOT_STARTED, placement.from().get().toString());
    }
    if (placement.until().filter(today::isAfter).isPresent()) {
      return because(ExclusionReason.ENDED, placement.until().get().toString());
    }
    if (!allows(placement.channels(), input.request().channel())) {
      return because(ExclusionReason.OTHER_CHANNEL, input.request().channel());
    }
    if (!allows(placement.queues(), input.request().queue().orElse(""))) {
      return because(ExclusionReason.OTHER_QUEUE, input.request().queue().orElse(""));
    }
    Set<String> reasons = placement.reasons();
    return reasons.isEmpty()
            || input.facts().reasons().stream().map(MatchedReason::kind).anyMatch(reasons::contains)
        ? Optional.empty()
        : because(ExclusionReason.OTHER_REASON, "");
  }

  private static boolean allows(Set<String> some, String one) {
    return some.isEmpty() || some.contains(one);
  }

  private static Optional<Exclusion> because(ExclusionReason reason, String detail) {
    return Optional.of(new Exclusion(reason, detail));
  }
}
