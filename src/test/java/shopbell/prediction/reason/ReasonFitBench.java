package shopbell.prediction.reason;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long contacts take to learn, on generated ones: {@code mvn -Pbench test -Dbench=predict -Ddata=FOLDER}. */
@Tag("predict")
class ReasonFitBench {
  private static final PrintStream OUT = System.out;
  private static final int REASONS = 12;
  private static final int FEATURES = 80;
  private static final int CONTACTS = 20_000;

  @Test
  void aYearOfContactsAndASingleOne() {
    Random random = new Random(1);
    Map<String, Map<String, Double>> truth = weights(random, 1);
    List<LabelledContact> contacts = contacts(ReasonModel.stated(truth, 1), random);
    ReasonModel stated = ReasonModel.stated(weights(new Random(1), 0.5), 1);
    List<LabelledContact> earlier = contacts.subList(0, CONTACTS * 4 / 5);
    List<LabelledContact> later = contacts.subList(CONTACTS * 4 / 5, CONTACTS);
    long start = System.nanoTime();
    ReasonModel learned = ReasonFit.learned(stated, earlier);
    long learning = System.nanoTime() - start;
    start = System.nanoTime();
    ReasonModel calibrated = TemperatureScaling.calibrated(learned, later.subList(0, 2000));
    long calibrating = System.nanoTime() - start;
    start = System.nanoTime();
    ReasonFit.learned(calibrated, later.subList(0, 1));
    long one = System.nanoTime() - start;
    OUT.printf(
        "%n%d contacts, %d reasons, %d features: learned in %.2f s, calibrated in %.2f s, one more in %.1f ms%n",
        earlier.size(), REASONS, FEATURES, learning / 1e9, calibrating / 1e9, one / 1e6);
    List<LabelledContact> judged = later.subList(2000, later.size());
    OUT.println("  stated   " + ReasonMetrics.of(stated, judged));
    OUT.println("  learned  " + ReasonMetrics.of(calibrated, judged));
    assertTrue(ReasonMetrics.of(calibrated, judged).brier().high()
        < ReasonMetrics.of(stated, judged).brier().low());
  }

  private static Map<String, Map<String, Double>> weights(Random random, double part) {
    Map<String, Map<String, Double>> weights = new HashMap<>();
    for (int k = 0; k < REASONS; k++) {
      Map<String, Double> of = new HashMap<>();
      for (int f = 0; f < FEATURES; f++) {
        of.put("feature " + f, part * random.nextGaussian());
      }
      weights.put("reason " + k, of);
    }
    return weights;
  }

  private static List<LabelledContact> contacts(ReasonModel truth, Random random) {
    List<LabelledContact> contacts = new ArrayList<>();
    for (int i = 0; i < CONTACTS; i++) {
      Map<String, Double> features = new HashMap<>();
      for (int f = 0; f < 8; f++) {
        features.put("feature " + random.nextInt(FEATURES), 1.0);
      }
      double draw = random.nextDouble();
      String reason = "";
      for (Map.Entry<String, Double> share : truth.probabilities(features).entrySet()) {
        reason = draw >= 0 ? share.getKey() : reason;
        draw -= share.getValue();
      }
      contacts.add(new LabelledContact(features, reason));
    }
    return contacts;
  }
}
