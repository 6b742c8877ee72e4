package shopbell.decision.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.connector.ConnectorError;
import shopbell.connector.Expression;
import shopbell.connector.ExpressionRun;
import shopbell.model.decision.DecisionFacts;

/** Shows an author why a rule is met by a customer, or why not. */
public final class RuleTester {
  /**
   * The result of a rule.
   *
   * @param parts what the rule joins by {@code and}, in its order
   * @param firstUnmet the first part that is not met; empty when the rule is met
   */
  public record RuleTrial(boolean met, List<PartTrial> parts, Optional<PartTrial> firstUnmet) {
    public RuleTrial {
      parts = List.copyOf(parts);
    }
  }

  /**
   * The result of one part.
   *
   * @param value what it gives, plain values; empty for nothing. It may be personal: the reading is a look
   * @param error why it failed; empty when it did not
   */
  public record PartTrial(
      String text, boolean met, Optional<Object> value, Optional<String> error) {}

  private RuleTester() {}

  /**
   * Tries {@code rule} on {@code facts}; {@code ConnectorError} when it is no expression. It blocks, as
   * {@link ExpressionRun} does.
   */
  public static RuleTrial tried(String rule, DecisionFacts facts) {
    if (rule.isBlank()) {
      return new RuleTrial(true, List.of(), Optional.empty());
    }
    List<Expression> parts = Expression.compile(rule).conjuncts();
    Map<String, Object> functions = FactFunctions.forRules(facts.at());
    List<PartTrial> trials = ExpressionRun.of(run -> {
      List<PartTrial> all = new ArrayList<>();
      parts.forEach(part -> all.add(tried(run, part, facts, functions)));
      return all;
    });
    Optional<PartTrial> unmet = trials.stream().filter(part -> !part.met()).findFirst();
    return new RuleTrial(unmet.isEmpty(), trials, unmet);
  }

  private static PartTrial tried(
      ExpressionRun run, Expression part, DecisionFacts facts, Map<String, Object> functions) {
    try {
      Object value = run.evaluate(part, facts.values(), functions);
      return new PartTrial(
          part.text(), RuleTruth.of(value), Optional.ofNullable(value), Optional.empty());
    } catch (ConnectorError e) {
      return new PartTrial(part.text(), false, Optional.empty(), Optional.of(e.placed()));
    }
  }
}
