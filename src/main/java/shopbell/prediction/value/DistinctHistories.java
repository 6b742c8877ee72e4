package shopbell.prediction.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Histories with equal rows merged, so that a likelihood is computed once for each of them. Immutable. */
final class DistinctHistories {
  /** Of which all customers of one row have the same; the sums of logarithms of their gaps are added. */
  private static final Comparator<PurchaseHistory> SAME = Comparator.comparingInt(
          PurchaseHistory::repeats)
      .thenComparingDouble(PurchaseHistory::recency)
      .thenComparingDouble(PurchaseHistory::age);

  private static final int MANY = 4000;
  private static final int PART = 8;

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

  /** One in {@link #PART} customers, evenly spread; empty if there are too few rows for that to be of use. */
  Optional<DistinctHistories> part() {
    if (rows() < MANY) {
      return Optional.empty();
    }
    List<PurchaseHistory> some = new ArrayList<>();
    for (int i = 0; i < rows(); i += PART) {
      for (int same = 0; same < weight[i]; same++) {
        some.add(new PurchaseHistory(repeats[i], recency[i], age[i]));
      }
    }
    return Optional.of(new DistinctHistories(some));
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
