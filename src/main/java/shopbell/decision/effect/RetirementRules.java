package shopbell.decision.effect;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
    return of(
        action,
        effect,
        responses.stream()
            .filter(one -> one.action().equals(action))
            .collect(Collectors.groupingBy(one -> one.kind().toString(), Collectors.counting())));
  }

  /** The same of answers that are counted already, by the word of their kind. */
  public static Optional<RetirementProposal> of(
      String action, Optional<ActionEffect> effect, Map<String, Long> responses) {
    long declined = count(responses, ResponseKind.DECLINED) + count(responses, ResponseKind.WRONG);
    long answers =
        declined + count(responses, ResponseKind.ACCEPTED) + count(responses, ResponseKind.DONE);
    if (effect.filter(measured -> measured.verdict() == Verdict.HARMS).isPresent()) {
      return proposal(action, RetirementReason.HARM, answers, declined);
    }
    return answers >= LEAST_ANSWERS && declined > MOST_DECLINED * answers
        ? proposal(action, RetirementReason.DECLINED, answers, declined)
        : Optional.empty();
  }

  private static long count(Map<String, Long> responses, ResponseKind kind) {
    return responses.getOrDefault(kind.toString(), 0L);
  }

  private static Optional<RetirementProposal> proposal(
      String action, RetirementReason reason, long answers, long declined) {
    return Optional.of(new RetirementProposal(action, reason, answers, declined));
  }
}
