package shopbell.decision.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopbell.decision.library.RuleTester.PartTrial;
import shopbell.decision.library.RuleTester.RuleTrial;
import shopbell.model.decision.DecisionFacts;

class RuleTesterTest {
  private static final DecisionFacts FACTS = new DecisionFacts(
      Map.of(
          "customer", Map.of("tier", "gold", "name", "Mia Falk"),
          "value", Map.of("orders", 3, "lastOrderAt", "2026-11-20T12:00:01Z"),
          "tickets", Map.of("items", List.of(Map.of("priority", "high")))),
      Instant.parse("2026-11-30T12:00:00Z"));

  private static List<String> parts(String rule) {
    return RuleTester.tried(rule, FACTS).parts().stream().map(PartTrial::text).toList();
  }

  @Test
  void eachPartIsShownWithItsValueAndTheFirstNo() {
    RuleTrial trial =
        RuleTester.tried("customer.tier = \"gold\" and value.orders > 5 and tickets.items", FACTS);
    assertFalse(trial.met());
    assertEquals(
        List.of("customer.tier = \"gold\"", "value.orders > 5", "tickets.items"),
        trial.parts().stream().map(PartTrial::text).toList());
    assertEquals(
        List.of(true, false, true), trial.parts().stream().map(PartTrial::met).toList());
    assertEquals("value.orders > 5", trial.firstUnmet().orElseThrow().text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "a and b | 2",
        "a or b and c | 1",
        "(a and b) | 1",
        "a and (b or c and d) | 2",
        "a ? b and c : d | 1",
        "\"x and y\" = z and b | 2",
        "and and and | 2",
        "customer.and = 1 and b | 2",
        "items[a and b] and c | 2",
        "a in [1, 2] and b | 2",
        "and = 1 | 1"
      })
  void aRuleIsSplitAtItsOutermostAndsAlone(String rule, int expected) {
    assertEquals(expected, parts(rule).size(), () -> parts(rule).toString());
  }

  @Test
  void aPartThatFailsSaysWhyAndIsNotMet() {
    RuleTrial trial = RuleTester.tried("customer.tier + 1 > 2 and value.orders = 3", FACTS);
    PartTrial failed = trial.firstUnmet().orElseThrow();
    assertTrue(failed.error().orElseThrow().contains("line 1"), failed.toString());
    assertFalse(failed.error().orElseThrow().contains("gold"), failed.toString());
    assertTrue(trial.parts().get(1).met());
  }

  @Test
  void daysAreWholeDaysAndNowIsTheDecision() {
    assertEquals(Optional.of(9L), value("$days(value.lastOrderAt)"));
    assertEquals(Optional.of(-1L), value("$days(\"2026-11-30T13:00:00Z\")"));
    assertEquals(Optional.of(true), value("$past(value.lastOrderAt)"));
    assertEquals(Optional.of("2026-11-30T12:00:00Z"), value("$now()"));
    assertEquals(Optional.empty(), value("$days(customer.name)"));
  }

  private static Optional<Object> value(String rule) {
    return RuleTester.tried(rule, FACTS)
        .parts()
        .get(0)
        .value()
        .map(one -> one instanceof Number number ? (Object) number.longValue() : one);
  }

  @Test
  void anEmptyRuleIsAlwaysMet() {
    assertTrue(RuleTester.tried(" ", FACTS).met());
  }
}
