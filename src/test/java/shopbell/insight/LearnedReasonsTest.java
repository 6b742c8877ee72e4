package shopbell.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shopbell.model.Channel;
import shopbell.model.card.ContactReason;
import shopbell.prediction.reason.LabelledContact;
import shopbell.prediction.reason.ReasonFit;
import shopbell.prediction.reason.ReasonMetrics;
import shopbell.prediction.reason.ReasonModel;

class LearnedReasonsTest {
  private static LearnedReasons learned(List<LabelledContact> contacts) {
    ReasonModel stated = LearnedReasons.statedModel(
        contacts.stream().map(LabelledContact::reason).toList());
    return new LearnedReasons(ReasonFit.learned(stated, contacts), Map.of(), false);
  }

  private static LabelledContact contact(String reason, String... signals) {
    return new LabelledContact(features(signals), reason);
  }

  private static Map<String, Double> features(String... signals) {
    return List.of(signals).stream().collect(Collectors.toMap(s -> s, s -> 1.0));
  }

  @ParameterizedTest
  @EnumSource(SignalPriors.class)
  void beforeAnythingIsLearnedASignalAloneIsWorthItsStatedWeight(SignalPriors prior) {
    Map<String, Double> odds = LearnedReasons.stated().probabilities(features(prior.signal()));
    assertEquals(prior.weight(), odds.get(prior.topic()), 0.01, prior.signal());
  }

  @Test
  void reasonsOfAgentsOutweighTheStatedWeights() {
    List<LabelledContact> said = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      said.add(contact("invoice", "ticket-open"));
      said.add(contact("advice"));
    }
    Map<String, Double> odds = learned(said).probabilities(features("ticket-open"));
    assertTrue(odds.get("invoice") > 0.7, odds.toString());
    assertTrue(odds.get("ticket") < 0.2, odds.toString());
  }

  @Test
  void anOwnReasonOfAQueueIsLearnedAndShownWithItsEvidence() {
    List<LabelledContact> said = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      said.add(contact("warranty", "parcel-there"));
      said.add(contact("other"));
    }
    RuleInput arrived =
        new KnownCustomer().bought("B1", "4d").parcel("P1", "2d", "1d").look();
    ContactReason first = ContactReasons.of(arrived, learned(said)).owedFirst().get(0);
    assertEquals("learned: warranty", first.kind() + ": " + first.text());
    assertEquals("warranty", first.topic());
    assertTrue(first.evidence().startsWith("Parcel P1"), first.evidence());
  }

  @Test
  void aCustomersOwnHabitIsAReasonBeforeAnythingIsLearned() {
    RuleInput arrived = new KnownCustomer()
        .spoke("resolved", "invoice", "40d")
        .spoke("resolved", "invoice", "80d")
        .spoke("resolved", "invoice", "120d")
        .look();
    ContactReason first =
        ContactReasons.of(arrived, LearnedReasons.stated()).owedFirst().get(0);
    assertEquals("own-usual invoice", first.kind() + " " + first.topic());
    assertEquals("3 of the last 3 contacts were about it", first.evidence());
    assertEquals(Optional.empty(), first.percent());
  }

  @Test
  void percentagesAreShownOnlyOfPredictionsAndOnlyWhereTheyAreEarned() {
    LearnedReasons earned =
        new LearnedReasons(LearnedReasons.statedModel(List.of()), Map.of(), true);
    KnownCustomer somebody =
        new KnownCustomer().promised("Call back", "3h", "").visited("checkout.abandoned", "5m");
    List<Optional<Integer>> percents =
        ContactReasons.of(somebody.look(), earned).owedFirst().stream()
            .map(ContactReason::percent)
            .toList();
    assertEquals(Optional.empty(), percents.get(0));
    assertTrue(percents.get(1).isPresent());
    assertTrue(ContactReasons.of(somebody.look(), LearnedReasons.stated()).owedFirst().stream()
        .allMatch(reason -> reason.percent().isEmpty()));
  }

  /**
   * A shop in which each customer mostly calls about one thing of its own: the shares of all customers say little, the
   * customer's own say most.
   */
  @Test
  void ownEarlierReasonsPredictWhereTheyDecide() {
    List<LabelledContact> all = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(5);
    List<String> reasons = List.of("meter", "tariff", "moving", "invoice", "fault");
    for (int customer = 0; customer < 300; customer++) {
      String own = reasons.get(random.nextInt(reasons.size()));
      List<String> past = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String reason = random.nextInt(10) < 9 ? own : reasons.get(random.nextInt(reasons.size()));
        all.add(new LabelledContact(
            ReasonFeatures.of(Channel.CALL, Optional.of("service"), past), reason));
        past.add(0, reason);
      }
    }
    int cut = 1_600;
    ReasonMetrics measured =
        ReasonMetrics.of(learned(all.subList(0, cut)).model(), all.subList(cut, all.size()));
    // nothing is known of the first contact of each customer, one of eight
    assertTrue(measured.top1().value() > 0.75, measured.toString());
    assertTrue(measured.brier().high() < measured.baseBrier(), measured.toString());
    assertTrue(measured.ece().value() < 0.07, measured.toString());
  }

  private static KnownCustomer alwaysAboutInvoices() {
    return new KnownCustomer()
        .spoke("resolved", "invoice", "40d")
        .spoke("resolved", "invoice", "80d")
        .spoke("resolved", "invoice", "120d");
  }

  @Test
  void whatJustHappenedInTheShopOutweighsAHabit() {
    for (KnownCustomer somebody : List.of(
        alwaysAboutInvoices()
            .visited("payment.failed", "8m")
            .visited("payment.failed", "11m")
            .visited("payment.failed", "14m"),
        alwaysAboutInvoices().visited("checkout.abandoned", "12m"))) {
      ContactReason first = ContactReasons.of(somebody.look(), LearnedReasons.stated())
          .owedFirst()
          .get(0);
      assertEquals("checkout", first.topic());
    }
  }
}
