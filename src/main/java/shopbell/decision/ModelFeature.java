package shopbell.decision;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shopbell.model.decision.Action;
import shopbell.model.decision.DecisionFacts;
import shopbell.model.decision.DecisionFacts.MatchedReason;
import shopbell.model.decision.DecisionRequest;
import shopbell.model.decision.PersonHistory;

/** What a {@link SuccessModel} distinguishes, each present or absent; stored by name, so no name ever changes. */
public enum ModelFeature {
  /** Present in every contact. */
  BIAS,
  /** One of the action's contact reasons is among those of the contact. */
  REASON_MATCHED,
  CALL,
  CHAT,
  /** Among the quarter of customers who buy most. */
  HIGH_VALUE,
  /** Has not bought yet. */
  PROSPECT,
  /** In the stages loyalty or advocacy. */
  LOYAL,
  /** Has accepted an action before. */
  ACCEPTED_BEFORE;

  private static final Pattern RANK = Pattern.compile("\\D*(\\d{1,3}) ?%");
  private static final int QUARTER = 25;
  private static final Set<String> BEFORE_PURCHASE = Set.of("awareness", "interest", "preference");
  private static final Set<String> AFTER_PURCHASE = Set.of("loyalty", "advocacy");

  /** Those of {@code action} for this contact. */
  public static Set<ModelFeature> of(
      Action action, DecisionRequest request, DecisionFacts facts, PersonHistory history) {
    EnumSet<ModelFeature> present = EnumSet.of(BIAS);
    Set<String> meant = action.placement().reasons();
    String stage = facts.text("journey", "stage").orElse("");
    add(
        present,
        REASON_MATCHED,
        facts.reasons().stream().map(MatchedReason::kind).anyMatch(meant::contains));
    add(present, CALL, request.channel().equals("call"));
    add(present, CHAT, request.channel().equals("chat"));
    add(present, HIGH_VALUE, highValue(facts));
    add(present, PROSPECT, BEFORE_PURCHASE.contains(stage));
    add(present, LOYAL, AFTER_PURCHASE.contains(stage));
    add(present, ACCEPTED_BEFORE, history.hasAccepted());
    return present;
  }

  private static void add(Set<ModelFeature> present, ModelFeature feature, boolean holds) {
    if (holds) {
      present.add(feature);
    }
  }

  /** The rank is a text such as {@code top 8 %}. */
  private static boolean highValue(DecisionFacts facts) {
    return facts
        .text("value", "rank")
        .map(RANK::matcher)
        .filter(Matcher::matches)
        .filter(rank -> Integer.parseInt(rank.group(1)) <= QUARTER)
        .isPresent();
  }
}
