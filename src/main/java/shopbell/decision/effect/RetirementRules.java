package shopbell.decision.effect;

import java.util.Collection;
import java.util.Optional;
import shopbell.model.decision.ActionEffect;
import shopbell.model.decision.ActionEffect.Verdict;
import shopbell.model.decision.ActionResponse;
import shopbell.model.decision.ResponseKind;
import shopbell.model.decision.RetirementProposal;
import shopbell.model.decision.RetirementProposal.RetirementReason;

/** When an action is proposed for retirement: it harms surely, or more than 60 % of at least 50 answers refuse it. */
public final class RetirementRules {
  /** Fewer answers say too little. */
  public static final int LEAST_ANSWERS = 50;

  /** The share of "declined" and "wrong" among the answers that is still accepted. */
  public static final double MOST_DECLINED = 0.6;

  private RetirementRules() {}

  /** The proposal for {@code action}; empty while it can stay. "Not now" is no answer. */
  public static Optional<RetirementProposal> of(
      String action, Optional<ActionEffect> effect, Collection<ActionResponse> responses) {
    long answers = responses.stream()
        .filter(one -> one.action().equals(action) && one.kind() != ResponseKind.LATER)
        .count();
    long declined = responses.stream()
        .filter(one -> one.action().equals(action))
        .filter(one -> one.kind() == ResponseKind.DECLINED || one.kind() == ResponseKind.WRONG)
        .count();
    if (effect.filter(measured -> measured.verdict() == Verdict.HARMS).isPresent()) {
      return proposal(action, RetirementReason.HARM, answers, declined);
    }
    return answers >= LEAST_ANSWERS && declined > MOST_DECLINED * answers
        ? proposal(action, RetirementReason.DECLINED, answers, declined)
        : Optional.empty();
  }

  private static Optional<RetirementProposal> proposal(
      String action, RetirementReason reason, long answers, long declined) {
    return Optional.of(new RetirementProposal(action, reason, answers, declined));
  }
}
