package shopbell.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import shopbell.insight.CommitmentSignals;
import shopbell.insight.LifecycleStages;
import shopbell.insight.ReasonSignal;
import shopbell.insight.RuleInput;
import shopbell.insight.SatisfactionTrend;
import shopbell.model.Sentence;
import shopbell.model.card.ContactReason;
import shopbell.model.card.SuggestedAction;
import shopbell.model.customer.LifecycleStage;
import shopbell.model.customer.Satisfaction.SurveyAnswer;

/** Suggested next steps: one for each reason, and no offer to a customer we owe something. */
public final class NextBestActions {
  private static final int MOST = 3;

  /** The reasons against an offer; the first that holds is given. */
  private static final List<Function<RuleInput, Optional<Sentence>>> VETOES = List.of(
      ruleInput -> CommitmentSignals.ticketCritical(ruleInput)
          .map(reasonSignal -> veto("ticket", reasonSignal)),
      ruleInput -> CommitmentSignals.promiseBroken(ruleInput)
          .map(reasonSignal -> veto("promise", reasonSignal)),
      ruleInput -> SatisfactionTrend.unhappy(ruleInput)
          .map(surveyAnswer ->
              Sentence.of("veto.unhappy", kind(surveyAnswer), surveyAnswer.score())));

  private NextBestActions() {}

  /** In the order of the reasons, at most three; a vetoed offer is listed after them with its veto. */
  public static List<SuggestedAction> of(
      RuleInput ruleInput,
      List<ContactReason> reasons,
      Optional<LifecycleStages.Standing> standing) {
    List<SuggestedAction> steps = new ArrayList<>();
    for (ContactReason contactReason : reasons) {
      steps.add(action(ruleInput, contactReason.kind(), contactReason.said().get(0), false));
    }
    SatisfactionTrend.unhappy(ruleInput)
        .map(surveyAnswer -> Sentence.of("why.unhappy", kind(surveyAnswer), surveyAnswer.score()))
        .ifPresent(why -> steps.add(action(ruleInput, "unhappy", why, false)));
    Optional<Sentence> veto =
        VETOES.stream().flatMap(forbids -> forbids.apply(ruleInput).stream()).findFirst();
    if (veto.isEmpty()) {
      standing.flatMap(s -> selling(ruleInput, s)).ifPresent(steps::add);
    }
    Stream<SuggestedAction> forbidden =
        veto.stream().map(why -> action(ruleInput, "offer", why, true));
    return Stream.concat(steps.stream().limit(MOST), forbidden).toList();
  }

  /** A promoter may be asked for a reference; a returning buyer may be offered more. */
  private static Optional<SuggestedAction> selling(
      RuleInput ruleInput, LifecycleStages.Standing standing) {
    if (standing.stage().compareTo(LifecycleStage.PURCHASE) < 0) {
      return Optional.empty();
    }
    String kind = standing.stage() == LifecycleStage.ADVOCACY ? "reference" : "offer";
    return Optional.of(action(ruleInput, kind, standing.because(), false));
  }

  private static SuggestedAction action(
      RuleInput ruleInput, String kind, Sentence why, boolean forbidden) {
    Sentence step = Sentence.of("do." + kind);
    String said = ruleInput.words().say(why);
    return new SuggestedAction(
        kind,
        ruleInput.words().say(step),
        forbidden ? "" : said,
        forbidden ? Optional.of(said) : Optional.empty(),
        List.of(step, why));
  }

  private static Sentence veto(String what, ReasonSignal reasonSignal) {
    return new Sentence("veto." + what, reasonSignal.facts());
  }

  private static String kind(SurveyAnswer surveyAnswer) {
    return surveyAnswer.kind().toString().toUpperCase(Locale.ROOT);
  }
}
