package shopbell.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shopbell.insight.ContactReasons;
import shopbell.insight.SignalPriors;

class NaiveBayesTest {
  private static final double EXACT = 1e-12;

  /** Two contacts of each topic, split evenly over there and not there: Laplace's rule of succession. */
  private static final NaiveBayes.Priors LAPLACE =
      new NaiveBayes.Priors(2, 0.5, Map.of(), Map.of());

  private static NaiveBayes.Example said(String topic, String... signals) {
    return new NaiveBayes.Example(Set.of(signals), topic);
  }

  /**
   * By hand. Delivery: 3 contacts, late in 2; invoice: 1 contact, late in 0. Priors (2+3) : (2+1) = 5/8, 3/8. P(late |
   * delivery) = (1+2)/(2+3) = 3/5, P(late | invoice) = (1+0)/(2+1) = 1/3. So 5/8·3/5 = 3/8 against 3/8·1/3 = 1/8.
   */
  @Test
  void theTextbooksNumbersComeOut() {
    NaiveBayes naiveBayes = NaiveBayes.of(
        LAPLACE,
        List.of(
            said("delivery", "late"), said("delivery", "late"), said("delivery"), said("invoice")));
    assertEquals(0.75, naiveBayes.posterior(Set.of("late")).get("delivery"), EXACT);
    assertEquals(0.25, naiveBayes.posterior(Set.of("late")).get("invoice"), EXACT);
  }

  /** Not late: 5/8·2/5 = 1/4 against 3/8·2/3 = 1/4. */
  @Test
  void whatIsNotThereCountsToo() {
    NaiveBayes naiveBayes = NaiveBayes.of(
        LAPLACE,
        List.of(
            said("delivery", "late"), said("delivery", "late"), said("delivery"), said("invoice")));
    assertEquals(0.5, naiveBayes.posterior(Set.of()).get("delivery"), EXACT);
  }

  /** Two signals multiply: 5/8·(3/5)·(2/5) = 3/20 against 3/8·(1/3)·(2/3) = 1/12, which is 9/14 to 5/14. */
  @Test
  void signalsCountAsIfTheyWereIndependent() {
    NaiveBayes naiveBayes = NaiveBayes.of(
        LAPLACE,
        List.of(
            said("delivery", "late"),
            said("delivery", "late", "chat"),
            said("delivery"),
            said("invoice", "chat")));
    assertEquals(
        (5 / 8.0 * 3 / 5 * 2 / 5) / (5 / 8.0 * 3 / 5 * 2 / 5 + 3 / 8.0 / 3 * 2 / 3),
        naiveBayes.posterior(Set.of("late", "chat")).get("delivery"),
        EXACT);
  }

  @Test
  void aSignalNobodyHasEverSeenSaysNothing() {
    NaiveBayes naiveBayes =
        NaiveBayes.of(LAPLACE, List.of(said("delivery", "late"), said("invoice")));
    assertEquals(
        naiveBayes.posterior(Set.of("late")),
        naiveBayes.posterior(Set.of("late", "never heard of")));
  }

  @ParameterizedTest
  @EnumSource(SignalPriors.class)
  void beforeAnythingIsLearnedASignalAloneIsWorthItsStatedWeight(SignalPriors signalPriors) {
    Map<String, Double> odds =
        ContactReasons.learned(List.of()).posterior(Set.of(signalPriors.signal()));
    assertEquals(signalPriors.weight(), odds.get(signalPriors.topic()), 0.1, signalPriors.signal());
  }

  @Test
  void probabilitiesAddUpToOne() {
    NaiveBayes naiveBayes =
        ContactReasons.learned(List.of(said("something new", "chat"), said("delivery")));
    for (Set<String> signals : List.of(
        Set.<String>of(), Set.of("promise-broken", "ticket-critical", "chat"), Set.of("chat"))) {
      double all =
          naiveBayes.posterior(signals).values().stream().mapToDouble(x -> x).sum();
      assertEquals(1, all, 1e-9);
    }
  }

  @Test
  void reasonsOfAgentsOutweighTheStatedWeights() {
    List<NaiveBayes.Example> said = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      said.add(said("invoice", "ticket-open"));
      said.add(said("advice"));
    }
    Map<String, Double> odds = ContactReasons.learned(said).posterior(Set.of("ticket-open"));
    assertTrue(odds.get("invoice") > 0.7, odds.toString());
    assertTrue(odds.get("ticket") < 0.2, odds.toString());
  }

  @Test
  void aTopicOfOnesOwnIsLearned() {
    List<NaiveBayes.Example> said = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      said.add(said("warranty", "queue-repairs"));
      said.add(said("other", "queue-sales"));
    }
    Map<String, Double> odds = ContactReasons.learned(said).posterior(Set.of("queue-repairs"));
    assertTrue(odds.get("warranty") > 0.8, odds.toString());
  }
}
