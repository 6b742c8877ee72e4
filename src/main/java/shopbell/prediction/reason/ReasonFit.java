package shopbell.prediction.reason;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Learns from contacts: the weights with the largest posterior under the Gaussian distributions of the model before, and
 * then their new precisions by Laplace's approximation with a diagonal (Chapelle and Li 2011, algorithm 3). The result is
 * the start of the next call, so that a night's contacts and a single one are learned in the same way.
 */
public final class ReasonFit implements LimitedMemoryBfgs.Objective {
  private final ReasonModel before;
  private final List<String> features;
  private final int reasons;
  private final int[][] places;
  private final double[][] values;
  private final int[] targets;
  private final double[] means;
  private final double[] precisions;

  private ReasonFit(ReasonModel before, List<LabelledContact> contacts) {
    this.before = before;
    this.reasons = before.reasons().size();
    TreeSet<String> names = new TreeSet<>(before.weights().keySet());
    names.add(ReasonModel.BASE_RATE);
    contacts.forEach(contact -> names.addAll(contact.features().keySet()));
    features = List.copyOf(names);
    Map<String, Integer> place = new HashMap<>();
    features.forEach(feature -> place.put(feature, place.size()));
    places = new int[contacts.size()][];
    values = new double[contacts.size()][];
    targets = new int[contacts.size()];
    for (int i = 0; i < contacts.size(); i++) {
      TreeMap<String, Double> row = new TreeMap<>(contacts.get(i).features());
      row.put(ReasonModel.BASE_RATE, 1.0);
      places[i] = row.keySet().stream().mapToInt(place::get).toArray();
      values[i] = row.values().stream().mapToDouble(value -> value).toArray();
      targets[i] = before.reasons().indexOf(contacts.get(i).reason());
    }
    means = new double[features.size() * reasons];
    precisions = new double[means.length];
    for (int j = 0; j < means.length; j++) {
      Weight weight = known(before, features.get(j / reasons), j % reasons);
      means[j] = weight.mean();
      precisions[j] = weight.precision();
    }
  }

  private static Weight known(ReasonModel model, String feature, int reason) {
    List<Weight> of = model.weights().get(feature);
    return of == null ? model.unknown() : of.get(reason);
  }

  /** What {@code before} becomes by {@code contacts}; reasons and features that it does not know are added. */
  public static ReasonModel learned(ReasonModel before, List<LabelledContact> contacts) {
    if (contacts.isEmpty()) {
      return before;
    }
    List<String> reasons = contacts.stream().map(LabelledContact::reason).toList();
    return new ReasonFit(before.knowing(reasons), contacts).model();
  }

  private ReasonModel model() {
    double[] top = LimitedMemoryBfgs.minimum(this, means);
    double[] precise = precisions.clone();
    for (int i = 0; i < places.length; i++) {
      double[] shares = Softmax.of(scores(i, top), 1);
      for (int f = 0; f < places[i].length; f++) {
        for (int k = 0; k < reasons; k++) {
          precise[places[i][f] * reasons + k] +=
              values[i][f] * values[i][f] * shares[k] * (1 - shares[k]);
        }
      }
    }
    Map<String, List<Weight>> weights = new HashMap<>();
    for (int f = 0; f < features.size(); f++) {
      List<Weight> of = new ArrayList<>();
      for (int k = 0; k < reasons; k++) {
        of.add(new Weight(top[f * reasons + k], precise[f * reasons + k]));
      }
      weights.put(features.get(f), of);
    }
    return new ReasonModel(before.reasons(), weights, before.unknown(), before.temperature());
  }

  /** Minus the logarithm of the posterior: {@code Σ precision/2 · (weight − mean)² − Σ log P(reason)}. */
  @Override
  public double valueAndSlope(double[] at, double[] slope) {
    double value = 0;
    for (int j = 0; j < at.length; j++) {
      double off = at[j] - means[j];
      slope[j] = precisions[j] * off;
      value += precisions[j] * off * off / 2;
    }
    for (int i = 0; i < places.length; i++) {
      double[] shares = Softmax.of(scores(i, at), 1);
      value -= Math.log(Math.max(shares[targets[i]], 1e-300));
      shares[targets[i]] -= 1;
      for (int f = 0; f < places[i].length; f++) {
        int from = places[i][f] * reasons;
        for (int k = 0; k < reasons; k++) {
          slope[from + k] += values[i][f] * shares[k];
        }
      }
    }
    return value;
  }

  private double[] scores(int contact, double[] at) {
    double[] scores = new double[reasons];
    for (int f = 0; f < places[contact].length; f++) {
      int from = places[contact][f] * reasons;
      for (int k = 0; k < reasons; k++) {
        scores[k] += values[contact][f] * at[from + k];
      }
    }
    return scores;
  }
}
