package shopbell.prediction.table;

import java.util.List;

/**
 * A small regression tree; the first node is the root.
 *
 * @param nodes each names its children by their places
 */
public record DecisionTree(List<Node> nodes) {
  /**
   * A branch or a leaf.
   *
   * @param column the number of the row that decides; −1 in a leaf
   * @param bound rows below it go left
   * @param value the log-odds that a row in this node gets, also in a branch, where no row stays
   */
  public record Node(int column, double bound, int left, int right, double value) {
    static Node leaf(double value) {
      return new Node(-1, 0, -1, -1, value);
    }
  }

  public DecisionTree {
    nodes = List.copyOf(nodes);
  }

  double value(double[] row) {
    Node node = nodes.get(0);
    while (node.column >= 0) {
      node = nodes.get(row[node.column] < node.bound ? node.left : node.right);
    }
    return node.value;
  }

  /** Each branch credits its column with the change of the value that it makes (Saabas 2014). */
  void addContributions(double[] row, double[] into) {
    Node node = nodes.get(0);
    while (node.column >= 0) {
      Node next = nodes.get(row[node.column] < node.bound ? node.left : node.right);
      into[node.column] += next.value - node.value;
      node = next;
    }
  }
}
