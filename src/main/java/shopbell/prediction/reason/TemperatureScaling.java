package shopbell.prediction.reason;

import java.util.List;

/** Calibrates a model of reasons by one number on contacts that it did not learn from (Guo et al. 2017). */
public final class TemperatureScaling {
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final double WIDEST = Math.log(8);
  private static final int STEPS = 40;

  private TemperatureScaling() {}

  /** The model at the temperature with the largest likelihood of {@code contacts}; as it is if there are none. */
  public static ReasonModel calibrated(ReasonModel model, List<LabelledContact> contacts) {
    if (contacts.isEmpty()) {
      return model;
    }
    double low = -WIDEST;
    double high = WIDEST;
    for (int step = 0; step < STEPS; step++) {
      double inner = high - GOLDEN * (high - low);
      double outer = low + GOLDEN * (high - low);
      if (loss(model, inner, contacts) < loss(model, outer, contacts)) {
        high = outer;
      } else {
        low = inner;
      }
    }
    return model.at(Math.exp((low + high) / 2));
  }

  private static double loss(ReasonModel model, double log, List<LabelledContact> contacts) {
    ReasonModel at = model.at(Math.exp(log));
    return contacts.stream()
        .mapToDouble(one -> -Math.log(
            Math.max(1e-12, at.probabilities(one.features()).getOrDefault(one.reason(), 0.0))))
        .sum();
  }
}
