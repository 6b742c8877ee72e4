package shopbell.prediction.table;

/** A model of the log-odds of a yes that can say which number of a row contributed how much. */
sealed interface LogOddsModel permits LogisticModel, BoostedTrees {
  double logOdds(double[] row);

  /** Adds to {@code into}, for each number of the row, its contribution compared with a usual row. */
  void addContributions(double[] row, double[] into);
}
