package shopbell.prediction.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingTableTest {
  private static final Instant CALL = Instant.parse("2026-03-01T09:00:00Z");

  private static PastCase at(Instant asOf, Map<String, Fact> facts) {
    return new PastCase(asOf, facts, true, asOf.plusSeconds(3600));
  }

  @Test
  void theDurationOfACallIsRefusedBecauseItIsKnownAfterIt() {
    PastCase leaking = at(
        CALL,
        Map.of(
            "late parcels", new Fact("2", CALL.minusSeconds(60)),
            "duration", new Fact("431", CALL.plusSeconds(431))));
    LeakedFact refused = assertThrows(LeakedFact.class, () -> new TrainingTable(List.of(leaking)));
    assertTrue(refused.getMessage().contains("duration"));
    assertTrue(refused.getMessage().contains("2026-03-01T09:07:11Z"));
    assertFalse(refused.getMessage().contains("431"), "a value may be personal");
  }

  @Test
  void aFactOfTheVeryInstantIsKnown() {
    PastCase honest = at(CALL, Map.of("late parcels", new Fact("2", CALL)));
    assertEquals(1, new TrainingTable(List.of(honest)).rows().rows().size());
  }

  @Test
  void anOutcomeThatIsKnownAlreadyIsRefused() {
    PastCase known = new PastCase(CALL, Map.of(), true, CALL);
    assertThrows(LeakedFact.class, () -> new TrainingTable(List.of(known)));
  }

  @Test
  void rowsAreInTimeOrderAndAbsentFactsAreMissing() {
    LabelledRows rows = new TrainingTable(List.of(
            at(CALL.plusSeconds(9), Map.of("a", new Fact("new", CALL))),
            at(CALL, Map.of("b", new Fact("old", CALL)))))
        .rows();
    assertTrue(rows.inTimeOrder());
    assertEquals(List.of("a", "b"), rows.columns());
    assertEquals(List.of(List.of("", "old"), List.of("new", "")), rows.rows());
  }
}
