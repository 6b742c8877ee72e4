package shopbell.prediction.value;

import java.util.Arrays;
import java.util.Comparator;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;

/**
 * Finds the parameters with the largest likelihood: BOBYQA (Powell 2009) over the logarithms of the parameters, from
 * several starts. It needs no derivatives and a third of the evaluations that the simplex search of Nelder and Mead needs.
 */
final class MaximumLikelihood {
  private static final double IMPOSSIBLE = -1e300;
  private static final double FURTHEST = 12;
  private static final double FIRST_STEP = 0.5;
  private static final double LATER_STEP = 0.1;
  private static final double LAST_STEP = 1e-5;
  private static final int MOST = 1000;

  /** The parameters, and the log-likelihood there. */
  static final class Estimate {
    private final double[] parameters;
    private final double logLikelihood;

    Estimate(double[] parameters, double logLikelihood) {
      this.parameters = parameters;
      this.logLikelihood = logLikelihood;
    }

    double[] parameters() {
      return parameters.clone();
    }

    double logLikelihood() {
      return logLikelihood;
    }
  }

  private MaximumLikelihood() {}

  /**
   * The best of the ends that were reached from all starts. If there are many rows, all starts are tried on a part of them, and
   * the best end there is the only start of the search on all.
   */
  static Estimate of(LogLikelihood likelihood) {
    return likelihood
        .rough()
        .map(rough -> search(likelihood, best(rough).parameters(), LATER_STEP))
        .orElseGet(() -> best(likelihood));
  }

  private static Estimate best(LogLikelihood likelihood) {
    return likelihood.starts().stream()
        .map(start -> search(likelihood, start, FIRST_STEP))
        .max(Comparator.comparingDouble(Estimate::logLikelihood))
        .orElseThrow();
  }

  private static Estimate search(LogLikelihood likelihood, double[] start, double step) {
    BestPoint best = new BestPoint(likelihood);
    double[] low = new double[start.length];
    Arrays.fill(low, -FURTHEST);
    double[] high = new double[start.length];
    Arrays.fill(high, FURTHEST);
    double[] logs = Arrays.stream(start).map(Math::log).toArray();
    try {
      new BOBYQAOptimizer(2 * start.length + 1, step, LAST_STEP)
          .optimize(
              new MaxEval(MOST),
              new ObjectiveFunction(best::at),
              GoalType.MAXIMIZE,
              new InitialGuess(logs),
              new SimpleBounds(low, high));
    } catch (MathIllegalStateException stopped) {
      // no progress any more, or all evaluations are used: the best point is kept
    }
    return new Estimate(positive(best.logs), best.value);
  }

  /** Remembers the best point, also of a search that is stopped. */
  private static final class BestPoint {
    private final LogLikelihood likelihood;
    private double[] logs = {};
    private double value = Double.NEGATIVE_INFINITY;

    BestPoint(LogLikelihood likelihood) {
      this.likelihood = likelihood;
    }

    double at(double[] point) {
      double found = likelihood.of(positive(point));
      double finite = Double.isFinite(found) ? found : IMPOSSIBLE;
      if (finite > value) {
        value = finite;
        logs = point.clone();
      }
      return finite;
    }
  }

  private static double[] positive(double[] logs) {
    return Arrays.stream(logs).map(Math::exp).toArray();
  }
}
