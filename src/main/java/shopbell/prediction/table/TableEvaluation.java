package shopbell.prediction.table;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How good {@link TableLearner} is on rows that it did not learn from. All of its choices are made without them.
 *
 * @param judged rows with a prediction
 * @param positives of these, those with a yes
 * @param model the kind that was chosen, in most of the folds
 */
public record TableEvaluation(int judged, long positives, String model, BinaryMetrics metrics) {
  /** Rows in time order: learns from the first four fifths and judges on the last one. */
  public static TableEvaluation byTime(LabelledRows rows) {
    return of(rows, List.of(RowSplit.byTime(rows.rows().size())));
  }

  /** Every row is predicted by a model of the other {@code folds − 1} parts. */
  public static TableEvaluation outOfFold(LabelledRows rows, int folds) {
    return of(rows, RowSplit.folds(rows.outcomes(), folds));
  }

  /** Whether {@link #byTime} has enough of both outcomes, and some of each to judge. */
  public static boolean enoughByTime(LabelledRows rows) {
    return enough(rows, List.of(RowSplit.byTime(rows.rows().size())));
  }

  /** Whether {@link #outOfFold} has enough of both outcomes in each part. */
  public static boolean enough(LabelledRows rows, int folds) {
    return enough(rows, RowSplit.folds(rows.outcomes(), folds));
  }

  private static boolean enough(LabelledRows rows, List<RowSplit> splits) {
    return splits.stream().allMatch(split -> {
      LabelledRows judged = split.judged(rows);
      long yes = judged.positives();
      return yes > 0 && yes < judged.rows().size() && TableLearner.enough(split.learned(rows));
    });
  }

  private static TableEvaluation of(LabelledRows rows, List<RowSplit> splits) {
    int judged = splits.stream().mapToInt(split -> split.judged().size()).sum();
    double[] predicted = new double[judged];
    double[] outcomes = new double[judged];
    Map<String, Integer> names = new TreeMap<>();
    int at = 0;
    for (RowSplit split : splits) {
      TableModel model = TableLearner.learn(split.learned(rows));
      names.merge(model.name(), 1, Integer::sum);
      LabelledRows later = split.judged(rows);
      double[] targets = later.targets();
      for (int i = 0; i < targets.length; i++) {
        predicted[at] = model.probability(later.rows().get(i));
        outcomes[at++] = targets[i];
      }
    }
    String name = names.entrySet().stream()
        .max(Comparator.comparingInt(Map.Entry::getValue))
        .orElseThrow()
        .getKey();
    long positives = (long) Arrays.stream(outcomes).sum();
    return new TableEvaluation(judged, positives, name, BinaryMetrics.of(predicted, outcomes));
  }
}
