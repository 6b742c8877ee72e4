package shopbell.decision.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shopbell.decision.SampleActions;
import shopbell.model.decision.ActionCatalogue;
import shopbell.model.decision.ActionState;
import shopbell.model.decision.ActionVersion;
import shopbell.model.decision.DecidedAction;
import shopbell.model.decision.Decision;
import shopbell.model.decision.DecisionFacts;
import shopbell.model.decision.Exclusion;
import shopbell.model.decision.ExclusionReason;

class CompiledCatalogueTest {
  private static final DecisionFacts FACTS = new DecisionFacts(
      Map.of(
          "customer", Map.of("tier", "gold", "refused", List.of()),
          "value", Map.of("orders", 3, "lifetime", 1234.5, "currency", "EUR"),
          "shipments", List.of(Map.of("number", "P7", "promisedAt", "2026-11-28T12:00:00Z"))),
      Instant.parse("2026-11-30T12:00:00Z"));

  private static CompiledCatalogue compiled(String... lines) {
    List<ActionVersion> actions = Stream.of(lines)
        .map(line -> """
            name: a
            kind: information
            title: {de: Tu es, en: Do it}
            because: {de: Darum, en: Because}
            """ + line)
        .map(yaml -> new ActionVersion(
            ActionReader.read(yaml), 1, ActionState.LIVE, "dora", Instant.EPOCH, ""))
        .toList();
    return CompiledCatalogue.of(new ActionCatalogue(actions, List.of()), ZoneOffset.UTC);
  }

  private static DecidedAction decided(CompiledCatalogue compiled) {
    Decision decision = compiled.decide(SampleActions.input(1, FACTS, compiled.catalogue()));
    return decision.candidates().get(0);
  }

  @Test
  void thePartOfTheRuleThatIsNotMetIsNamed() {
    assertEquals(
        new Exclusion(ExclusionReason.NOT_APPLICABLE, "value.orders > 5"),
        decided(compiled("""
            eligible: customer.tier = "gold"
            applicable: customer.tier = "gold" and value.orders > 5
            """)).exclusion().orElseThrow());
  }

  @Test
  void aRuleThatFailsCountsAsNoAndIsCounted() {
    CompiledCatalogue compiled = compiled("suitable: customer.tier * 2 > 1\n");
    assertEquals(
        ExclusionReason.RULE_FAILED, decided(compiled).exclusion().orElseThrow().reason());
    assertEquals(1, compiled.failures());
  }

  @Test
  void aRuleWithoutEndIsStoppedAndTheDecisionStillComes() {
    CompiledCatalogue compiled =
        compiled("eligible: '($f := function($x) { $f($x + 1) }; $f(0))'\n");
    Instant begun = Instant.now();
    assertEquals(
        ExclusionReason.RULE_FAILED, decided(compiled).exclusion().orElseThrow().reason());
    assertTrue(Duration.between(begun, Instant.now()).toSeconds() < 5);
  }

  @Test
  void placeholdersAreFilledInBothLanguages() {
    DecidedAction decided = decided(compiled("""
        steps:
          de: "Paket {shipments[0].number}, seit {$span(shipments[0].promisedAt)} fällig, {$money(value.lifetime, value.currency)}"
          en: "Parcel {shipments[0].number}, {$span(shipments[0].promisedAt)} late, {$money(value.lifetime, value.currency)}"
        """));
    assertEquals(
        "Paket P7, seit 2 Tagen fällig, 1.234,50 €",
        decided.texts().steps().de().replace('\u00a0', ' '));
    assertEquals("Parcel P7, 2 days late, €1,234.50", decided.texts().steps().en());
  }

  @Test
  void aPlaceholderWithoutAValueLeavesAnEllipsisAndBracesOfAnExpressionBelongToIt() {
    DecidedAction decided = decided(compiled("""
        steps:
          de: "{nothing.there} {$string({\\"a\\": 1})} { '}' }"
          en: "{customer.tier * 2}"
        """));
    assertEquals("… {\"a\":1} }", decided.texts().steps().de());
    assertEquals("…", decided.texts().steps().en());
  }
}
