package shopbell.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shopbell.insight.ReasonFeatures;
import shopbell.model.Channel;
import shopbell.prediction.reason.PredictedReason;

class ReasonLearningTest {
  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

  /** 200 imported contacts: customers with an even number call about meters, the others about invoices. */
  private static List<PredictionStore.PastReason> imported() {
    List<PredictionStore.PastReason> past = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      past.add(new PredictionStore.PastReason(
          NOW.minus(Duration.ofHours(i)),
          Optional.of(new UUID(1, i % 20)),
          Channel.CALL,
          Optional.of("service"),
          i % 2 == 0 ? "meter" : "invoice"));
    }
    return past;
  }

  private static ReasonLearning.Result learned(
      List<PredictionStore.PastReason> past, List<PredictedReason> blind) {
    return new ReasonLearning(List.of(), past).result(blind);
  }

  @Test
  void importedContactsTeachReasonsQueuesAndHabits() {
    ReasonLearning.Result result = learned(imported(), List.of());
    Map<String, Double> meter = result
        .learned()
        .probabilities(ReasonFeatures.of(
            Channel.CALL, Optional.of("service"), List.of("meter", "meter", "meter")));
    assertTrue(meter.get("meter") > 0.8, meter.toString());
    assertEquals(Map.of("meter", 100, "invoice", 100), result.learned().queues().get("service"));
    assertTrue(result.heldOut().isPresent());
  }

  @Test
  void withoutContactsTheStatedWeightsAreUsed() {
    ReasonLearning.Result result = learned(List.of(), List.of());
    assertTrue(result.heldOut().isEmpty());
    assertFalse(result.learned().percentages());
  }

  /** {@code n} predictions of 0.8 each, of which {@code right} of ten are right. */
  private static List<PredictedReason> blind(int n, int right) {
    return IntStream.range(0, n)
        .mapToObj(i -> new PredictedReason(
            Map.of("meter", 0.8, "invoice", 0.2), i % 10 < right ? "meter" : "invoice"))
        .toList();
  }

  @Test
  void percentagesAreEarnedOnBlindContacts() {
    assertTrue(learned(imported(), blind(400, 8)).learned().percentages());
    assertFalse(learned(imported(), blind(399, 8)).learned().percentages());
    assertFalse(learned(imported(), blind(400, 7)).learned().percentages());
  }
}
