package shopbell.decision.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static shopbell.decision.SampleActions.ALL_MET;
import static shopbell.decision.SampleActions.catalogue;
import static shopbell.decision.SampleActions.facts;
import static shopbell.decision.SampleActions.input;
import static shopbell.decision.SampleActions.sale;
import static shopbell.decision.SampleActions.text;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import shopbell.decision.DecisionEngine;
import shopbell.model.decision.ActionKind;
import shopbell.model.decision.Decision;
import shopbell.model.decision.Veto;

class VetoPriceTest {
  @Test
  void theBenefitThatWasExpectedOfEachVetoedActionIsAddedUp() {
    Veto veto = new Veto("owing", text("We owe"), "true", Set.of(ActionKind.SALE), Set.of());
    List<Decision> decisions = LongStream.range(0, 100)
        .mapToObj(contact -> DecisionEngine.decide(
            input(contact, facts(), catalogue(List.of(veto), sale("a", 10, 5))), ALL_MET))
        .toList();
    VetoPrice price = VetoPrice.of("owing", decisions);
    assertEquals(100, price.notShown());
    assertEquals(100 * 10 * 0.5, price.benefit(), 1);
    assertEquals(0, VetoPrice.of("another", decisions).notShown());
  }
}
