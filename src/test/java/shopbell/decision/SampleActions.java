package shopbell.decision;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import shopbell.model.decision.Action;
import shopbell.model.decision.ActionCatalogue;
import shopbell.model.decision.ActionGoal;
import shopbell.model.decision.ActionKind;
import shopbell.model.decision.ActionLimits;
import shopbell.model.decision.ActionPlacement;
import shopbell.model.decision.ActionRules;
import shopbell.model.decision.ActionState;
import shopbell.model.decision.ActionTexts;
import shopbell.model.decision.ActionVersion;
import shopbell.model.decision.DecisionFacts;
import shopbell.model.decision.DecisionRequest;
import shopbell.model.decision.Exclusion;
import shopbell.model.decision.LocalText;
import shopbell.model.decision.PersonHistory;
import shopbell.model.decision.StatedEvidence;
import shopbell.model.decision.Veto;
import shopbell.model.decision.Worth;

/** Actions, facts and inputs for tests of the choice; every rule is met unless a test says otherwise. */
public final class SampleActions {
  public static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  /** Meets every rule and raises no veto. */
  public static final RuleEvaluation ALL_MET = new RuleEvaluation() {
    @Override
    public Optional<Exclusion> refusal(Action action) {
      return Optional.empty();
    }

    @Override
    public Optional<LocalText> raised(Veto veto) {
      return veto.rule().equals("true") ? Optional.of(veto.text()) : Optional.empty();
    }

    @Override
    public ActionTexts filled(Action action) {
      return action.texts();
    }
  };

  private SampleActions() {}

  /** The same text in both languages. */
  public static LocalText text(String both) {
    return new LocalText(both, both);
  }

  /** A sale of {@code euros} that succeeds in {@code successes} of 10 contacts, as its author says. */
  public static Action sale(String name, int euros, int successes) {
    return sale(name, euros, successes, ActionLimits.NONE);
  }

  /** The same with limits. */
  public static Action sale(String name, int euros, int successes, ActionLimits limits) {
    return action(name, ActionPlacement.ANYWHERE, limits, euros, successes);
  }

  /** A mandatory action for contacts with the reason {@code reason}. */
  public static Action owed(String name, String reason) {
    ActionLimits limits = new ActionLimits(Optional.empty(), Duration.ZERO, true, Optional.empty());
    ActionPlacement placement =
        new ActionPlacement(Set.of(reason), Set.of(), Set.of(), Optional.empty(), Optional.empty());
    return action(name, placement, limits, 0, 0);
  }

  /** A sale that is for one place. */
  public static Action sale(String name, ActionPlacement placement) {
    return action(name, placement, ActionLimits.NONE, 10, 5);
  }

  private static Action action(
      String name, ActionPlacement placement, ActionLimits limits, int euros, int successes) {
    return new Action(
        name,
        limits.mandatory() ? ActionKind.OWED : ActionKind.SALE,
        new ActionTexts(text("Do " + name), LocalText.NONE, text("Because")),
        Optional.empty(),
        placement,
        ActionRules.ALWAYS,
        limits,
        new ActionGoal(
            new Worth(BigDecimal.valueOf(euros), "EUR"),
            Worth.NOTHING,
            Optional.empty(),
            new StatedEvidence(successes, 10)));
  }

  /** All live in version 1. */
  public static ActionCatalogue catalogue(List<Veto> vetoes, Action... actions) {
    return new ActionCatalogue(
        List.of(actions).stream()
            .map(action -> new ActionVersion(action, 1, ActionState.LIVE, "dora", NOW, ""))
            .toList(),
        vetoes);
  }

  /** A call of a customer with these contact reasons, the likeliest first. */
  public static DecisionFacts facts(String... reasons) {
    List<Map<String, Object>> all = List.of(reasons).stream()
        .map(kind -> Map.<String, Object>of("kind", kind, "weight", 0.5, "text", kind))
        .toList();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("reason", all);
    values.put("customer", Map.of("refused", List.of()));
    return new DecisionFacts(values, NOW);
  }

  /** A card with at most three actions for the contact number {@code contact}. */
  public static DecisionRequest request(long contact) {
    return new DecisionRequest(
        new UUID(7, contact),
        Optional.of(new UUID(8, contact)),
        "call",
        Optional.of("support"),
        "card",
        3);
  }

  /** A person without history on the contact number {@code contact}. */
  public static DecisionInput input(long contact, DecisionFacts facts, ActionCatalogue catalogue) {
    return new DecisionInput(
        request(contact),
        facts,
        catalogue,
        PersonHistory.NONE,
        List.of(),
        Map.of(),
        ZoneOffset.UTC);
  }
}
