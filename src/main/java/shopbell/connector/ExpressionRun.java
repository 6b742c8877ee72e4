package shopbell.connector;

import com.dashjoin.jsonata.Jsonata.Frame;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import shopbell.model.Rejected;

/**
 * Several expressions in one turn of {@link ExpressionWorkers}: one change of threads and one limit of time for all of
 * them. After the limit every further expression fails at once.
 */
public final class ExpressionRun {
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private final long end = System.nanoTime() + LONGEST.toNanos();

  private Object checked;
  private Map<String, Object> bound;
  private Frame frame;

  private ExpressionRun() {}

  /**
   * The result of {@code work}, which evaluates what it needs with the run that it is given; blocks, so it must not be
   * called on an event loop. Rejected with CROWDED when too many others are running, or when {@code work} did not end.
   */
  public static <T> T of(Function<ExpressionRun, T> work) {
    try {
      return ExpressionWorkers.ours().run(() -> work.apply(new ExpressionRun()));
    } catch (ExpressionWorkers.Late e) {
      throw new Rejected(
          Rejected.Reason.CROWDED, "The expressions did not come back in time. Try it again.");
    }
  }

  /** As {@link Expression#evaluate}, on the run's own thread. */
  public Object evaluate(Expression expression, Object input, Map<String, Object> variables) {
    if (variables != bound) {
      frame = expression.frame(variables);
      bound = variables;
    }
    return expression.evaluateHere(
        () -> checkedOnce(input), frame, Duration.ofNanos(end - System.nanoTime()));
  }

  private Object checkedOnce(Object input) {
    if (input != checked) {
      checked = Expression.checked(input);
    }
    return checked;
  }
}
