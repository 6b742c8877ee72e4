package shopbell.decision;

/** The inverse of a small symmetric matrix with positive eigenvalues, such as a covariance, by Gauss and Jordan. */
final class MatrixInverse {
  private MatrixInverse() {}

  /** A new matrix; {@code given} is not changed. */
  static double[][] of(double[][] given) {
    int size = given.length;
    double[][] left = new double[size][];
    double[][] inverse = new double[size][size];
    for (int i = 0; i < size; i++) {
      left[i] = given[i].clone();
      inverse[i][i] = 1;
    }
    for (int pivot = 0; pivot < size; pivot++) {
      // never zero: every leading part of such a matrix has a positive determinant
      double scale = left[pivot][pivot];
      for (int j = 0; j < size; j++) {
        left[pivot][j] /= scale;
        inverse[pivot][j] /= scale;
      }
      for (int row = 0; row < size; row++) {
        if (row != pivot) {
          subtract(left, inverse, row, pivot);
        }
      }
    }
    return inverse;
  }

  private static void subtract(double[][] left, double[][] inverse, int row, int pivot) {
    double factor = left[row][pivot];
    for (int j = 0; j < left.length; j++) {
      left[row][j] -= factor * left[pivot][j];
      inverse[row][j] -= factor * inverse[pivot][j];
    }
  }
}
