package shopbell.prediction.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Grows one tree, level by level, from the slopes and curvatures of the loss at each row (Chen and Guestrin 2016,
 * "XGBoost", eq. 5 for the values and eq. 7 for the gains).
 */
final class TreeGrowth {
  private static final int DEPTH = 3;
  private static final double PENALTY = 5;
  private static final double LEAST_CURVATURE = 4;
  private static final double LEAST_GAIN = 0.5;

  private final BinnedColumns data;
  private final double[] slopes;
  private final double[] curvatures;
  private final double rate;
  private final int[] places;
  private final List<Open> open = new ArrayList<>();
  private final List<DecisionTree.Node> nodes = new ArrayList<>();

  /** A node that may still be split. */
  private static final class Open {
    final int place;
    final double slope;
    final double curvature;
    int column = -1;
    int bin;
    double gain = LEAST_GAIN;
    double leftSlope;
    double leftCurvature;

    Open(int place, double slope, double curvature) {
      this.place = place;
      this.slope = slope;
      this.curvature = curvature;
    }
  }

  /** {@code places} is the node of each row: 0 for a row that takes part, −1 for one that does not. */
  TreeGrowth(BinnedColumns data, double[] slopes, double[] curvatures, double rate, int[] places) {
    this.data = data;
    this.slopes = slopes;
    this.curvatures = curvatures;
    this.rate = rate;
    this.places = places;
  }

  DecisionTree grow() {
    double slope = 0;
    double curvature = 0;
    for (int i = 0; i < data.rows; i++) {
      slope += places[i] == 0 ? slopes[i] : 0;
      curvature += places[i] == 0 ? curvatures[i] : 0;
    }
    add(slope, curvature);
    for (int level = 0; level < DEPTH && !open.isEmpty(); level++) {
      for (int column = 0; column < data.width(); column++) {
        search(column);
      }
      split();
    }
    return new DecisionTree(nodes);
  }

  private void add(double slope, double curvature) {
    open.add(new Open(nodes.size(), slope, curvature));
    nodes.add(DecisionTree.Node.leaf(-rate * slope / (curvature + PENALTY)));
  }

  private void search(int column) {
    int bins = data.bounds[column].length + 1;
    if (bins < 2) {
      return;
    }
    int first = open.get(0).place;
    double[] slope = new double[open.size() * bins];
    double[] curvature = new double[open.size() * bins];
    byte[] bin = data.bins[column];
    for (int i = 0; i < data.rows; i++) {
      if (places[i] >= first) {
        int at = (places[i] - first) * bins + bin[i];
        slope[at] += slopes[i];
        curvature[at] += curvatures[i];
      }
    }
    for (int n = 0; n < open.size(); n++) {
      scan(open.get(n), column, slope, curvature, n * bins);
    }
  }

  private void scan(Open node, int column, double[] slope, double[] curvature, int from) {
    double leftSlope = 0;
    double leftCurvature = 0;
    for (int bin = 0; bin < data.bounds[column].length; bin++) {
      leftSlope += slope[from + bin];
      leftCurvature += curvature[from + bin];
      double rightCurvature = node.curvature - leftCurvature;
      if (leftCurvature >= LEAST_CURVATURE && rightCurvature >= LEAST_CURVATURE) {
        double gain = score(leftSlope, leftCurvature)
            + score(node.slope - leftSlope, rightCurvature)
            - score(node.slope, node.curvature);
        if (gain > node.gain) {
          node.gain = gain;
          node.column = column;
          node.bin = bin;
          node.leftSlope = leftSlope;
          node.leftCurvature = leftCurvature;
        }
      }
    }
  }

  private static double score(double slope, double curvature) {
    return slope * slope / (curvature + PENALTY) / 2;
  }

  private void split() {
    List<Open> found = List.copyOf(open);
    int first = found.get(0).place;
    open.clear();
    int[] left = new int[found.size()];
    for (int n = 0; n < found.size(); n++) {
      Open node = found.get(n);
      if (node.column >= 0) {
        left[n] = nodes.size();
        add(node.leftSlope, node.leftCurvature);
        add(node.slope - node.leftSlope, node.curvature - node.leftCurvature);
        nodes.set(
            node.place,
            new DecisionTree.Node(
                node.column,
                data.bounds[node.column][node.bin],
                left[n],
                left[n] + 1,
                nodes.get(node.place).value()));
      }
    }
    for (int i = 0; i < data.rows; i++) {
      if (places[i] >= first && found.get(places[i] - first).column >= 0) {
        int n = places[i] - first;
        Open node = found.get(n);
        places[i] = left[n] + (data.bins[node.column][i] <= node.bin ? 0 : 1);
      }
    }
  }
}
