package shopbell.prediction.reason;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Finds the minimum of a smooth convex function of many numbers (Nocedal and Wright 2006, algorithms 7.4 and 7.5). */
final class LimitedMemoryBfgs {
  /** A function with its slope. */
  interface Objective {
    /** The value at a point; writes the slope there to {@code slope}. */
    double valueAndSlope(double[] at, double[] slope);
  }

  private static final int MEMORY = 8;
  private static final int STEPS = 200;
  private static final int HALVINGS = 30;
  private static final double CLOSE = 1e-9;
  private static final double ARMIJO = 1e-4;

  /** One past step, and how the slope changed by it. */
  private static final class Past {
    final double[] step;
    final double[] change;
    final double scale;

    Past(double[] step, double[] change) {
      this.step = step;
      this.change = change;
      this.scale = 1 / dot(step, change);
    }
  }

  private LimitedMemoryBfgs() {}

  static double[] minimum(Objective objective, double[] start) {
    double[] at = start.clone();
    double[] slope = new double[at.length];
    double value = objective.valueAndSlope(at, slope);
    Deque<Past> memory = new ArrayDeque<>();
    for (int i = 0; i < STEPS; i++) {
      double[] direction = direction(slope, memory);
      double[] next = new double[at.length];
      double[] nextSlope = new double[at.length];
      double fall = dot(direction, slope);
      double part = memory.isEmpty() ? Math.min(1, 1 / Math.sqrt(dot(slope, slope) + CLOSE)) : 1;
      double found = Double.POSITIVE_INFINITY;
      for (int halving = 0; halving < HALVINGS && found > value + ARMIJO * part * fall; halving++) {
        part /= halving == 0 ? 1 : 2;
        for (int j = 0; j < at.length; j++) {
          next[j] = at[j] + part * direction[j];
        }
        found = objective.valueAndSlope(next, nextSlope);
      }
      if (!(value - found > CLOSE * (1 + Math.abs(value)))) {
        return found < value ? next : at;
      }
      remember(memory, new Past(difference(next, at), difference(nextSlope, slope)));
      at = next;
      slope = nextSlope;
      value = found;
    }
    return at;
  }

  private static void remember(Deque<Past> memory, Past past) {
    if (past.scale > 0 && Double.isFinite(past.scale)) {
      memory.addLast(past);
    }
    if (memory.size() > MEMORY) {
      memory.removeFirst();
    }
  }

  /** Minus the slope, times the inverse curvature that the past steps suggest. */
  private static double[] direction(double[] slope, Deque<Past> memory) {
    double[] q = slope.clone();
    double[] factors = new double[memory.size()];
    int i = memory.size();
    for (Iterator<Past> back = memory.descendingIterator(); back.hasNext(); ) {
      Past past = back.next();
      factors[--i] = past.scale * dot(past.step, q);
      add(q, -factors[i], past.change);
    }
    if (!memory.isEmpty()) {
      Past last = memory.getLast();
      scale(q, 1 / (last.scale * dot(last.change, last.change)));
    }
    for (Past past : memory) {
      add(q, factors[i++] - past.scale * dot(past.change, q), past.step);
    }
    scale(q, -1);
    return q;
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int j = 0; j < one.length; j++) {
      sum += one[j] * other[j];
    }
    return sum;
  }

  private static void add(double[] to, double factor, double[] other) {
    for (int j = 0; j < to.length; j++) {
      to[j] += factor * other[j];
    }
  }

  private static void scale(double[] values, double factor) {
    for (int j = 0; j < values.length; j++) {
      values[j] *= factor;
    }
  }

  private static double[] difference(double[] one, double[] other) {
    double[] difference = new double[one.length];
    for (int j = 0; j < one.length; j++) {
      difference[j] = one[j] - other[j];
    }
    return difference;
  }
}
