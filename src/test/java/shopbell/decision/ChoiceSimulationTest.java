package shopbell.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import shopbell.model.decision.ActionEffect.Verdict;

class ChoiceSimulationTest {
  private static final ChoiceSimulation AFTER = ChoiceSimulation.of(1, 20_000);

  @Test
  void afterTwentyThousandContactsTheActionsAreRankedRight() {
    assertEquals(ChoiceSimulation.truth(), AFTER.ranking());
  }

  @Test
  void theMeasuredIntervalsContainTheTrueEffects() {
    assertTrue(AFTER.covers());
    assertEquals(Verdict.HELPS, AFTER.effect("voucher").verdict());
  }

  @Test
  void theHarmfulOneIsProposedForRetirementAndNoOther() {
    assertEquals(List.of("pushy"), AFTER.harmful());
  }
}
