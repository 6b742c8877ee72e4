package shopbell.decision.library;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import shopbell.connector.Expression;
import shopbell.connector.ExpressionRun;
import shopbell.decision.DecisionEngine;
import shopbell.decision.DecisionInput;
import shopbell.i18n.Words;
import shopbell.model.decision.Action;
import shopbell.model.decision.ActionCatalogue;
import shopbell.model.decision.ActionVersion;
import shopbell.model.decision.Decision;
import shopbell.model.decision.Veto;

/** A catalogue with all expressions compiled once, ready for decisions. Thread-safe. */
public final class CompiledCatalogue {
  private final ActionCatalogue catalogue;
  private final Map<String, CompiledAction> actions = new HashMap<>();
  private final Map<String, Expression> vetoRules = new HashMap<>();
  private final Map<String, CompiledText> vetoTexts = new HashMap<>();
  private final Map<Expression, List<Expression>> parts = new ConcurrentHashMap<>();
  private final Words german;
  private final Words english;
  private final AtomicLong failures = new AtomicLong();

  private CompiledCatalogue(ActionCatalogue catalogue, ZoneId zone) {
    this.catalogue = catalogue;
    this.german = new Words(Locale.GERMAN, zone);
    this.english = new Words(Locale.ENGLISH, zone);
    for (ActionVersion version : catalogue.actions()) {
      actions.put(version.action().name(), CompiledAction.of(version.action()));
    }
    for (Veto veto : catalogue.vetoes()) {
      vetoRules.put(veto.name(), Expression.compile(veto.rule()));
      vetoTexts.put(veto.name(), CompiledText.of(veto.text()));
    }
  }

  /** Compiles {@code catalogue}; {@code ConnectorError} for a rule or placeholder that no reader has checked. */
  public static CompiledCatalogue of(ActionCatalogue catalogue, ZoneId zone) {
    return new CompiledCatalogue(catalogue, zone);
  }

  /**
   * The decision for {@code input}, whose catalogue must be this one. All rules run in one turn and one limit of time;
   * it blocks, so it must not be called on an event loop. Rejected with CROWDED when too many others are running.
   */
  public Decision decide(DecisionInput input) {
    if (!input.catalogue().equals(catalogue)) {
      throw new IllegalArgumentException("the input has another catalogue");
    }
    return ExpressionRun.of(
        run -> DecisionEngine.decide(input, new FactRules(this, input.facts(), run)));
  }

  /** The actions and vetoes as they were given. */
  public ActionCatalogue catalogue() {
    return catalogue;
  }

  /** How many rules and placeholders have failed since it was compiled. */
  public long failures() {
    return failures.get();
  }

  void ruleFailed() {
    failures.incrementAndGet();
  }

  CompiledAction compiled(Action action) {
    return actions.get(action.name());
  }

  Expression rule(Veto veto) {
    return vetoRules.get(veto.name());
  }

  CompiledText text(Veto veto) {
    return vetoTexts.get(veto.name());
  }

  List<Expression> parts(Expression rule) {
    return parts.computeIfAbsent(rule, Expression::conjuncts);
  }

  Words german() {
    return german;
  }

  Words english() {
    return english;
  }
}
