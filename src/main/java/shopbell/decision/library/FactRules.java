package shopbell.decision.library;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import shopbell.connector.ConnectorError;
import shopbell.connector.Expression;
import shopbell.connector.ExpressionRun;
import shopbell.decision.RuleEvaluation;
import shopbell.model.decision.Action;
import shopbell.model.decision.ActionTexts;
import shopbell.model.decision.DecisionFacts;
import shopbell.model.decision.Exclusion;
import shopbell.model.decision.ExclusionReason;
import shopbell.model.decision.LocalText;
import shopbell.model.decision.Veto;

/** The rules of a catalogue over the facts of one contact, within one {@link ExpressionRun}. */
final class FactRules implements RuleEvaluation {
  private static final String UNKNOWN = "…";

  private final CompiledCatalogue catalogue;
  private final DecisionFacts facts;
  private final ExpressionRun run;
  private final Map<String, Object> ruleFunctions;
  private final Map<String, Object> german;
  private final Map<String, Object> english;

  FactRules(CompiledCatalogue catalogue, DecisionFacts facts, ExpressionRun run) {
    this.catalogue = catalogue;
    this.facts = facts;
    this.run = run;
    this.ruleFunctions = FactFunctions.forRules(facts.at());
    this.german = FactFunctions.forTexts(facts.at(), catalogue.german());
    this.english = FactFunctions.forTexts(facts.at(), catalogue.english());
  }

  @Override
  public Optional<Exclusion> refusal(Action action) {
    for (Map.Entry<ExclusionReason, Expression> rule :
        catalogue.compiled(action).rules().entrySet()) {
      try {
        if (!met(rule.getValue())) {
          return Optional.of(new Exclusion(rule.getKey(), unmet(rule.getValue())));
        }
      } catch (ConnectorError e) {
        catalogue.ruleFailed();
        return Optional.of(new Exclusion(ExclusionReason.RULE_FAILED, e.placed()));
      }
    }
    return Optional.empty();
  }

  private boolean met(Expression rule) {
    return RuleTruth.of(run.evaluate(rule, facts.values(), ruleFunctions));
  }

  /** The first part that is not met; the whole rule when it has no parts. */
  private String unmet(Expression rule) {
    for (Expression part : catalogue.parts(rule)) {
      if (!met(part)) {
        return part.text();
      }
    }
    return rule.text();
  }

  @Override
  public Optional<LocalText> raised(Veto veto) {
    try {
      return met(catalogue.rule(veto))
          ? Optional.of(filled(catalogue.text(veto)))
          : Optional.empty();
    } catch (ConnectorError e) {
      catalogue.ruleFailed();
      return Optional.empty();
    }
  }

  @Override
  public ActionTexts filled(Action action) {
    CompiledAction compiled = catalogue.compiled(action);
    LocalText because = filled(compiled.because());
    return new ActionTexts(
        filled(compiled.title()),
        filled(compiled.steps()),
        because.isEmpty() ? matchedReason(action) : because);
  }

  private LocalText filled(CompiledText text) {
    return text.filled(said(german), said(english));
  }

  private Function<Expression, String> said(Map<String, Object> functions) {
    return expression -> {
      try {
        Object value = run.evaluate(expression, facts.values(), functions);
        return value == null ? UNKNOWN : value.toString();
      } catch (ConnectorError e) {
        catalogue.ruleFailed();
        return UNKNOWN;
      }
    };
  }

  /** The heading of the first reason of the card that the action is meant for. */
  private LocalText matchedReason(Action action) {
    Set<String> meant = action.placement().reasons();
    return facts.value("reason").stream()
        .flatMap(all -> all instanceof List<?> list ? list.stream() : null)
        .filter(one -> one instanceof Map<?, ?> reason && meant.contains(reason.get("kind")))
        .findFirst()
        .flatMap(FactRules::heading)
        .map(said -> new LocalText(
            FactFunctions.said(said, catalogue.german()),
            FactFunctions.said(said, catalogue.english())))
        .orElse(LocalText.NONE);
  }

  private static Optional<Object> heading(Object reason) {
    return reason instanceof Map<?, ?> map
            && map.get("said") instanceof List<?> said
            && !said.isEmpty()
        ? Optional.of(said.get(0))
        : Optional.empty();
  }
}
