package shopbell.prediction.value;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Histories with equal rows merged, so that a likelihood is computed once for each of them. Immutable. */
final class DistinctHistories {
  /** Of which all customers of one row have the same; the sums of logarithms of their gaps are added. */
  private static final Comparator<PurchaseHistory> SAME = Comparator.comparingInt(
          PurchaseHistory::repeats)
      .thenComparingDouble(PurchaseHistory::recency)
      .thenComparingDouble(PurchaseHistory::age);

  final int[] repeats;
  final double[] recency;
  final double[] age;
  final double[] weight;
  private final double logGaps;
  private final long allRepeats;

  DistinctHistories(List<PurchaseHistory> histories) {
    Map<PurchaseHistory, Integer> counts = new TreeMap<>(SAME);
    histories.forEach(history -> counts.merge(history, 1, Integer::sum));
    List<PurchaseHistory> rows = List.copyOf(counts.keySet());
    repeats = rows.stream().mapToInt(PurchaseHistory::repeats).toArray();
    recency = rows.stream().mapToDouble(PurchaseHistory::recency).toArray();
    age = rows.stream().mapToDouble(PurchaseHistory::age).toArray();
    weight = rows.stream().mapToDouble(counts::get).toArray();
    logGaps = histories.stream().mapToDouble(PurchaseHistory::logGaps).sum();
    allRepeats = histories.stream().mapToLong(PurchaseHistory::repeats).sum();
  }

  int rows() {
    return repeats.length;
  }

  /** Over all customers. */
  double logGaps() {
    return logGaps;
  }

  /** Over all customers. */
  long allRepeats() {
    return allRepeats;
  }

  /** The largest x. */
  int mostRepeats() {
    return repeats[repeats.length - 1];
  }

  /** Mean age, as the scale of time from which a fit starts. */
  double meanAge() {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < age.length; i++) {
      sum += weight[i] * age[i];
      all += weight[i];
    }
    return sum / all;
  }
}
