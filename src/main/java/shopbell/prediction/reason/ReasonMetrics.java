package shopbell.prediction.reason;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * How good predicted probabilities of reasons were on contacts with a known reason.
 *
 * @param top1 the share in which the most likely reason was right
 * @param top3 the share in which one of the three most likely reasons was right
 * @param brier mean over contacts of the sum over reasons of (predicted − actual)²
 * @param baseBrier the same if each contact got the shares of reasons of all these contacts
 * @param ece mean distance between how sure the first reason was and how often it was right, over ten intervals
 */
public record ReasonMetrics(
    int contacts, Estimate top1, Estimate top3, Estimate brier, double baseBrier, Estimate ece) {
  /** A figure with the range that holds the truth in 95 of 100 samples of contacts, by bootstrap. */
  public record Estimate(double value, double low, double high) {}

  private static final int SAMPLES = 1000;
  private static final long SEED = 20_261_101L;
  private static final int INTERVALS = 10;

  /** One contact: how sure the first reason was, whether it was right, whether the first three were, its squared error. */
  private record Judged(double sure, boolean first, boolean three, double error) {}

  /** Of the model's predictions for {@code contacts}, of which there is at least one. The same input gives the same ranges. */
  public static ReasonMetrics of(ReasonModel model, List<LabelledContact> contacts) {
    return of(contacts.stream()
        .map(one -> new PredictedReason(model.probabilities(one.features()), one.reason()))
        .toList());
  }

  /** Of predictions from the past, of which there is at least one. The same input gives the same ranges. */
  public static ReasonMetrics of(List<PredictedReason> contacts) {
    if (contacts.isEmpty()) {
      throw new IllegalArgumentException("there is at least one contact to judge");
    }
    List<Judged> judged = judged(contacts);
    return new ReasonMetrics(
        judged.size(),
        estimate(judged, all -> mean(all, one -> one.first() ? 1 : 0)),
        estimate(judged, all -> mean(all, one -> one.three() ? 1 : 0)),
        estimate(judged, all -> mean(all, Judged::error)),
        baseBrier(contacts),
        estimate(judged, ReasonMetrics::ece));
  }

  /** The expected calibration error alone, without a range; 0 of no contacts. */
  public static double calibrationError(List<PredictedReason> contacts) {
    return contacts.isEmpty() ? 0 : ece(judged(contacts));
  }

  private static List<Judged> judged(List<PredictedReason> contacts) {
    return contacts.stream()
        .map(one -> judged(one.probabilities(), one.reason()))
        .toList();
  }

  private static Judged judged(Map<String, Double> predicted, String reason) {
    double actual = predicted.getOrDefault(reason, 0.0);
    double sure = 0;
    double error = predicted.containsKey(reason) ? 0 : 1;
    int better = 0;
    for (Map.Entry<String, Double> one : predicted.entrySet()) {
      sure = Math.max(sure, one.getValue());
      better += one.getValue() > actual ? 1 : 0;
      double off = one.getValue() - (one.getKey().equals(reason) ? 1 : 0);
      error += off * off;
    }
    boolean known = predicted.containsKey(reason);
    return new Judged(sure, known && better == 0, known && better < 3, error);
  }

  private static Estimate estimate(List<Judged> judged, ToDoubleFunction<List<Judged>> figure) {
    Random random = new Random(SEED);
    List<Judged> sample = new ArrayList<>(judged);
    double[] found = new double[SAMPLES];
    for (int s = 0; s < SAMPLES; s++) {
      sample.replaceAll(one -> judged.get(random.nextInt(judged.size())));
      found[s] = figure.applyAsDouble(sample);
    }
    Arrays.sort(found);
    return new Estimate(
        figure.applyAsDouble(judged),
        found[(int) (0.025 * SAMPLES)],
        found[(int) (0.975 * SAMPLES)]);
  }

  private static double mean(List<Judged> judged, ToDoubleFunction<Judged> figure) {
    return judged.stream().mapToDouble(figure).average().orElseThrow();
  }

  private static double ece(List<Judged> judged) {
    double[] gaps = new double[INTERVALS];
    for (Judged one : judged) {
      int interval = Math.min(INTERVALS - 1, (int) (one.sure() * INTERVALS));
      gaps[interval] += one.sure() - (one.first() ? 1 : 0);
    }
    return Arrays.stream(gaps).map(Math::abs).sum() / judged.size();
  }

  private static double baseBrier(List<PredictedReason> contacts) {
    Map<String, Integer> counts = new TreeMap<>();
    contacts.forEach(one -> counts.merge(one.reason(), 1, Integer::sum));
    double same = counts.values().stream()
        .mapToDouble(count -> Math.pow((double) count / contacts.size(), 2))
        .sum();
    return 1 - same;
  }
}
