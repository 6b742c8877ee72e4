package shopbell.decision.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shopbell.model.decision.ActionEffect;
import shopbell.model.decision.ActionResponse;
import shopbell.model.decision.ResponseKind;
import shopbell.model.decision.RetirementProposal;
import shopbell.model.decision.RetirementProposal.RetirementReason;

class RetirementRulesTest {
  private static List<ActionResponse> times(int count, ResponseKind kind) {
    return Collections.nCopies(
        count, new ActionResponse(new UUID(1, 1), "a", kind, "", Instant.EPOCH));
  }

  private static Optional<RetirementReason> reason(
      int accepted, int declined, int later, Optional<ActionEffect> effect) {
    List<ActionResponse> all = Stream.of(
            times(accepted, ResponseKind.ACCEPTED),
            times(declined, ResponseKind.DECLINED),
            times(later, ResponseKind.LATER))
        .flatMap(List::stream)
        .toList();
    return RetirementRules.of("a", effect, all).map(RetirementProposal::reason);
  }

  @Test
  void anActionIsProposedWhenMoreThanSixtyPercentOfFiftyAnswersRefuseIt() {
    assertEquals(Optional.of(RetirementReason.DECLINED), reason(19, 31, 0, Optional.empty()));
    assertEquals(Optional.empty(), reason(20, 30, 0, Optional.empty()));
    assertEquals(Optional.empty(), reason(9, 40, 0, Optional.empty()));
  }

  @Test
  void notNowIsNoAnswer() {
    assertEquals(Optional.empty(), reason(9, 40, 100, Optional.empty()));
    assertEquals(Optional.of(RetirementReason.DECLINED), reason(10, 40, 100, Optional.empty()));
  }

  @Test
  void sureHarmNeedsNoAnswer() {
    ActionEffect harm = new ActionEffect("a", 0.1, 0.3, -0.3, -0.1, 1_000, 100);
    assertEquals(Optional.of(RetirementReason.HARM), reason(0, 0, 0, Optional.of(harm)));
    ActionEffect open = new ActionEffect("a", 0.1, 0.3, -0.3, 0.1, 1_000, 100);
    assertEquals(Optional.empty(), reason(0, 0, 0, Optional.of(open)));
  }
}
