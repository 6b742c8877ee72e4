package shopbell.prediction.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Learns a model of a table: several kinds learn from one part of the rows, the one that ranks the other part best is
 * chosen and calibrated there, and then learns from all rows. The other part is the newest fifth of rows in time order,
 * else each row in turn (three folds).
 */
public final class TableLearner {
  /** Fewer rows with a yes, or with a no, teach nothing. */
  public static final int FEWEST = 50;

  /** Of the regression: a weight of one is as unlikely as five rows in which a coin falls on its unlikely side. */
  private static final double PENALTY = 5;

  private static final int FOLDS = 3;
  private static final int LOGISTIC = 0;
  private static final int TREES = 1;
  private static final int BOTH = 2;

  private static final double BEYOND_CHANCE = 1.96;

  /** Below it, no other kind is worth a change: the AUC of a few hundred rows is no more exact. */
  private static final double SAME = 0.0005;

  private final LabelledRows rows;

  private TableLearner(LabelledRows rows) {
    this.rows = rows;
  }

  /** Refuses fewer than {@link #FEWEST} rows of either outcome. The same rows give the same model. */
  public static TableModel learn(LabelledRows rows) {
    if (!enough(rows)) {
      throw new IllegalArgumentException("at least " + FEWEST + " rows of each outcome are needed");
    }
    return new TableLearner(rows).learn();
  }

  /** Whether there are {@link #FEWEST} rows of each outcome. */
  public static boolean enough(LabelledRows rows) {
    long yes = rows.positives();
    return yes >= FEWEST && rows.rows().size() - yes >= FEWEST;
  }

  private TableModel learn() {
    List<RowSplit> splits = splits();
    int judged = splits.stream().mapToInt(split -> split.judged().size()).sum();
    double[][] scores = new double[BOTH + 1][judged];
    double[] targets = new double[judged];
    int at = 0;
    for (RowSplit split : splits) {
      score(split, scores, at);
      double[] part = split.judged(rows).targets();
      System.arraycopy(part, 0, targets, at, part.length);
      at += part.length;
    }
    Arrays.setAll(scores[BOTH], i -> (scores[LOGISTIC][i] + scores[TREES][i]) / 2);
    int kind = best(scores, targets, splits.size() == 1);
    TableModel model = model(kind, PlattScaling.fit(scores[kind], targets));
    return kind == LOGISTIC && splits.size() == 1 ? recalibrated(model, splits.get(0)) : model;
  }

  /** Rows in time order are split by time, unless the newest ones have too few of one outcome. */
  private List<RowSplit> splits() {
    if (rows.inTimeOrder()) {
      RowSplit split = RowSplit.byTime(rows.rows().size());
      if (bothOutcomes(split.learned(rows)) && bothOutcomes(split.judged(rows))) {
        return List.of(split);
      }
    }
    return RowSplit.folds(rows.outcomes(), FOLDS);
  }

  private static boolean bothOutcomes(LabelledRows rows) {
    long yes = rows.positives();
    return Math.min(yes, rows.rows().size() - yes) >= FEWEST / 5;
  }

  private void score(RowSplit split, double[][] scores, int from) {
    LabelledRows learned = split.learned(rows);
    TableEncoding encoding = TableEncoding.of(learned);
    double[][] numbers = encoding.encode(learned);
    double[] targets = learned.targets();
    double[][] judged = encoding.encode(split.judged(rows));
    IntStream.of(LOGISTIC, TREES).parallel().forEach(kind -> {
      LogOddsModel model = kind == TREES
          ? BoostedTrees.fit(numbers, targets)
          : LogisticFit.of(numbers, targets, PENALTY);
      for (int i = 0; i < judged.length; i++) {
        scores[kind][from + i] = model.logOdds(judged[i]);
      }
    });
  }

  /**
   * The kind with the largest AUC. After a split by time, regression stays unless another kind is better by more than
   * chance, 1.96 standard errors: the next period will differ again, and trees remember periods.
   */
  private static int best(double[][] scores, double[] targets, boolean byTime) {
    int best = LOGISTIC;
    double bestAuc = BinaryMetrics.auc(scores[LOGISTIC], targets);
    double lead = byTime ? BEYOND_CHANCE * BinaryMetrics.standardError(bestAuc, targets) : SAME;
    for (int kind = 1; kind < scores.length; kind++) {
      double auc = BinaryMetrics.auc(scores[kind], targets);
      if (auc > bestAuc + (best == LOGISTIC ? lead : SAME)) {
        best = kind;
        bestAuc = auc;
      }
    }
    return best;
  }

  /**
   * On the newest rows once more, by the model that has learned from them too: its few weights hardly know single rows, and
   * the scale of its scores may have changed with the newest period.
   */
  private TableModel recalibrated(TableModel model, RowSplit split) {
    LabelledRows newest = split.judged(rows);
    double[] scores = newest.rows().stream().mapToDouble(model::logOdds).toArray();
    return model.with(PlattScaling.fit(scores, newest.targets()));
  }

  private TableModel model(int kind, PlattScaling calibration) {
    TableEncoding encoding = TableEncoding.of(rows);
    double[][] numbers = encoding.encode(rows);
    double[] targets = rows.targets();
    return new TableModel(
        encoding,
        kind == TREES ? Optional.empty() : Optional.of(LogisticFit.of(numbers, targets, PENALTY)),
        kind == LOGISTIC ? Optional.empty() : Optional.of(BoostedTrees.fit(numbers, targets)),
        calibration);
  }
}
