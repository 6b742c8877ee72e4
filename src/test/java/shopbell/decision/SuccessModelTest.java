package shopbell.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopbell.decision.ModelFeature.BIAS;
import static shopbell.decision.ModelFeature.CHAT;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import shopbell.decision.SuccessModel.Observation;
import shopbell.model.decision.ActionGoal;
import shopbell.model.decision.Estimate;
import shopbell.model.decision.Estimate.Certainty;
import shopbell.model.decision.StatedEvidence;
import shopbell.model.decision.Worth;

class SuccessModelTest {
  private static final ActionGoal GOAL = new ActionGoal(
      new Worth(BigDecimal.TEN, "EUR"),
      new Worth(BigDecimal.ONE, "EUR"),
      Optional.empty(),
      StatedEvidence.NONE);
  private static final Set<ModelFeature> CALLS = Set.of(BIAS);
  private static final Set<ModelFeature> CHATS = Set.of(BIAS, CHAT);

  private static Estimate estimate(SuccessModel model, Set<ModelFeature> features, double draw) {
    return model.estimate(features, GOAL, draw);
  }

  private static SuccessModel learned(
      SuccessModel model, int contacts, double inCalls, double inChats) {
    SplittableRandom random = new SplittableRandom(1);
    SuccessModel learned = model;
    for (int batch = 0; batch < contacts / 100; batch++) {
      List<Observation> seen = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        boolean chat = random.nextBoolean();
        boolean success = random.nextDouble() < (chat ? inChats : inCalls);
        seen.add(new Observation(chat ? CHATS : CALLS, success));
      }
      learned = learned.updated(seen);
    }
    return learned;
  }

  @Test
  void aModelBeginsWithWhatItsAuthorStates() {
    Estimate three = estimate(SuccessModel.of(new StatedEvidence(3, 10)), CALLS, 0);
    assertEquals(4 / 12.0, three.probability(), 0.02);
    assertEquals(10 * three.probability() - 1, three.benefit(), 1e-9);
    assertEquals(0, three.model());
  }

  @Test
  void moreStatedTrialsMakeItMoreCertain() {
    Estimate few = estimate(SuccessModel.of(new StatedEvidence(3, 10)), CALLS, 0);
    Estimate many = estimate(SuccessModel.of(new StatedEvidence(300, 1_000)), CALLS, 0);
    assertEquals(Certainty.PERHAPS, few.certainty());
    assertEquals(Certainty.SURE, many.certainty());
  }

  @Test
  void aWrongStatementIsOutweighedByWhatHappens() {
    SuccessModel optimist = SuccessModel.of(new StatedEvidence(9, 10));
    Estimate after = estimate(learned(optimist, 5_000, 0.2, 0.2), CALLS, 0);
    assertEquals(0.2, after.probability(), 0.03);
    assertTrue(after.high() < 0.3, after.toString());
  }

  @Test
  void itLearnsTheDifferenceThatAFeatureMakes() {
    SuccessModel learned = learned(SuccessModel.of(StatedEvidence.NONE), 5_000, 0.1, 0.4);
    assertEquals(0.1, estimate(learned, CALLS, 0).probability(), 0.03);
    assertEquals(0.4, estimate(learned, CHATS, 0).probability(), 0.03);
    assertEquals(5_000, learned.observations());
  }

  @Test
  void aDrawAboveTheMeanIsABenefitAboveTheMean() {
    SuccessModel model = SuccessModel.of(new StatedEvidence(5, 10));
    assertTrue(estimate(model, CALLS, 1).drawn() > estimate(model, CALLS, 0).drawn());
    assertTrue(estimate(model, CALLS, -1).drawn() < estimate(model, CALLS, 0).drawn());
  }

  @Test
  void theDrawsOfManyContactsAreNormal() {
    double sum = 0;
    double squares = 0;
    int draws = 20_000;
    for (int i = 0; i < draws; i++) {
      double draw = new SeededDraws(new UUID(1, i)).normal("a");
      sum += draw;
      squares += draw * draw;
    }
    assertEquals(0, sum / draws, 0.03);
    assertEquals(1, squares / draws, 0.05);
  }

  @Test
  void observationsInOneBatchOrInManyTeachTheSame() {
    List<Observation> all = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      all.add(new Observation(CALLS, i % 4 == 0));
    }
    SuccessModel start = SuccessModel.of(StatedEvidence.NONE);
    SuccessModel inParts = start;
    for (int i = 0; i < 10; i++) {
      inParts = inParts.updated(all.subList(i * 100, (i + 1) * 100));
    }
    assertEquals(
        estimate(start.updated(all), CALLS, 0).probability(),
        estimate(inParts, CALLS, 0).probability(),
        0.01);
  }
}
