package shopbell.prediction.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import shopbell.json.Json;

class ReasonModelTest {
  private static final ReasonModel STATED = ReasonModel.stated(
      Map.of(
          "delivery", Map.of("parcel late", 2.0),
          "invoice", Map.of("invoice open", 1.5),
          "return", Map.of(ReasonModel.BASE_RATE, -1.0)),
      2);

  private static LabelledContact contact(String reason, String... features) {
    Map<String, Double> present = new HashMap<>();
    for (String feature : features) {
      present.put(feature, 1.0);
    }
    return new LabelledContact(present, reason);
  }

  /** Customers that call about returns as often as the weights say for chats, 1.5 more in log-odds. */
  private static List<LabelledContact> contacts(int count, long seed) {
    Random random = new Random(seed);
    List<LabelledContact> contacts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double late = random.nextInt(3) == 0 ? 1 : 0;
      double chat = random.nextInt(2);
      double[] shares = Softmax.of(new double[] {2.5 * late, 0.5, -1 + 1.5 * chat}, 1);
      double draw = random.nextDouble();
      String reason =
          draw < shares[0] ? "delivery" : draw < shares[0] + shares[1] ? "invoice" : "return";
      contacts.add(new LabelledContact(Map.of("parcel late", late, "channel=chat", chat), reason));
    }
    return contacts;
  }

  /** By hand: e² : 1 : e⁻¹. */
  @Test
  void statedWeightsAloneDecideBeforeAnyContact() {
    Map<String, Double> shares = STATED.probabilities(Map.of("parcel late", 1.0));
    double all = Math.exp(2) + 1 + Math.exp(-1);
    assertEquals(Math.exp(2) / all, shares.get("delivery"), 1e-12);
    assertEquals(Math.exp(-1) / all, shares.get("return"), 1e-12);
  }

  @Test
  void manyContactsOutweighTheStatedWeights() {
    ReasonModel learned = ReasonFit.learned(STATED, contacts(6000, 1));
    Map<String, Double> found =
        learned.probabilities(Map.of("parcel late", 1.0, "channel=chat", 1.0));
    double[] truth = Softmax.of(new double[] {2.5, 0.5, 0.5}, 1);
    assertEquals(truth[0], found.get("delivery"), 0.03);
    assertEquals(truth[2], found.get("return"), 0.03);
  }

  @Test
  void fewContactsMoveTheStatedWeightsALittle() {
    ReasonModel learned = ReasonFit.learned(STATED, List.of(contact("return", "parcel late")));
    double before = STATED.probabilities(Map.of("parcel late", 1.0)).get("return");
    double after = learned.probabilities(Map.of("parcel late", 1.0)).get("return");
    assertTrue(after > before && after < before + 0.2, () -> before + " " + after);
  }

  @Test
  void learningInTwoPartsIsNearlyLearningAtOnce() {
    List<LabelledContact> all = contacts(2000, 2);
    ReasonModel once = ReasonFit.learned(STATED, all);
    ReasonModel twice =
        ReasonFit.learned(ReasonFit.learned(STATED, all.subList(0, 1500)), all.subList(1500, 2000));
    Map<String, Double> features = Map.of("parcel late", 1.0);
    once.probabilities(features)
        .forEach((reason, share) ->
            assertEquals(share, twice.probabilities(features).get(reason), 0.03));
  }

  @Test
  void aNewReasonAndANewFeatureAreLearnedToo() {
    List<LabelledContact> contacts = new ArrayList<>(contacts(300, 3));
    for (int i = 0; i < 60; i++) {
      contacts.add(contact("password", "page=login"));
    }
    ReasonModel learned = ReasonFit.learned(STATED, contacts);
    assertTrue(learned.probabilities(Map.of("page=login", 1.0)).get("password") > 0.7);
    assertTrue(learned.probabilities(Map.of()).get("password") < 0.3);
    assertTrue(learned.contributions(Map.of("page=login", 1.0), "password").get("page=login") > 1);
  }

  @Test
  void boldProbabilitiesAreCalibratedOnOtherContacts() {
    ReasonModel honest = ReasonFit.learned(STATED, contacts(6000, 4));
    ReasonModel calibrated = TemperatureScaling.calibrated(honest.at(0.4), contacts(3000, 5));
    assertEquals(1, calibrated.temperature(), 0.1);
    List<LabelledContact> later = contacts(3000, 6);
    ReasonMetrics bold = ReasonMetrics.of(honest.at(0.4), later);
    ReasonMetrics calm = ReasonMetrics.of(calibrated, later);
    assertTrue(calm.ece().value() < bold.ece().value() / 2);
    assertTrue(calm.brier().value() < bold.brier().value());
    assertTrue(calm.brier().value() < calm.baseBrier());
    assertEquals(calm.top1().value(), bold.top1().value(), 1e-12);
  }

  /** By hand: one of two first reasons is right; errors (0.2² · 2) and (0.8² · 2) for shares 0.8 and 0.2. */
  @Test
  void theFiguresOfTwoContactsAreThoseByHand() {
    ReasonModel model = ReasonModel.stated(
        Map.of("a", Map.of(ReasonModel.BASE_RATE, Math.log(4)), "b", Map.of()), 1);
    ReasonMetrics metrics = ReasonMetrics.of(model, List.of(contact("a"), contact("b")));
    assertEquals(0.5, metrics.top1().value(), 1e-12);
    assertEquals(1, metrics.top3().value(), 1e-12);
    assertEquals(0.68, metrics.brier().value(), 1e-12);
    assertEquals(0.5, metrics.baseBrier(), 1e-12);
    assertEquals(0.3, metrics.ece().value(), 1e-12);
    assertEquals(0, metrics.top1().low(), 1e-12);
    assertEquals(1, metrics.top1().high(), 1e-12);
  }

  @Test
  void theRangeOfAFigureGetsNarrowerWithContacts() {
    ReasonMetrics few = ReasonMetrics.of(STATED, contacts(100, 7));
    ReasonMetrics many = ReasonMetrics.of(STATED, contacts(2500, 7));
    double wide = few.top1().high() - few.top1().low();
    double narrow = many.top1().high() - many.top1().low();
    assertEquals(5, wide / narrow, 1.5);
    assertTrue(many.top1().low() < many.top1().value()
        && many.top1().value() < many.top1().high());
  }

  @Test
  void aReasonThatTheModelDoesNotKnowIsAMiss() {
    ReasonMetrics metrics = ReasonMetrics.of(STATED, List.of(contact("password")));
    assertEquals(0, metrics.top3().value());
    assertTrue(metrics.brier().value() > 1);
  }

  @Test
  void aStoredModelPredictsTheSame() throws IOException {
    ReasonModel model = ReasonFit.learned(STATED, contacts(200, 8));
    ReasonModel again = Json.MAPPER.readValue(Json.write(model), ReasonModel.class);
    assertEquals(model, again);
    assertFalse(Json.write(model).contains("contact"));
  }

  @Test
  void invalidModelsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Weight(0, 0));
    assertThrows(IllegalArgumentException.class, () -> STATED.at(0));
    assertThrows(
        IllegalArgumentException.class, () -> ReasonModel.stated(Map.of("only", Map.of()), 1));
    assertThrows(IllegalArgumentException.class, () -> contactWith(ReasonModel.BASE_RATE));
  }

  private static LabelledContact contactWith(String feature) {
    return new LabelledContact(Map.of(feature, 1.0), "delivery");
  }
}
