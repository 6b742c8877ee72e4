package shopbell.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopbell.decision.SampleActions.ALL_MET;
import static shopbell.decision.SampleActions.NOW;
import static shopbell.decision.SampleActions.catalogue;
import static shopbell.decision.SampleActions.facts;
import static shopbell.decision.SampleActions.input;
import static shopbell.decision.SampleActions.owed;
import static shopbell.decision.SampleActions.sale;
import static shopbell.decision.SampleActions.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import shopbell.model.decision.Action;
import shopbell.model.decision.ActionCatalogue;
import shopbell.model.decision.ActionKind;
import shopbell.model.decision.ActionLimits;
import shopbell.model.decision.ActionPlacement;
import shopbell.model.decision.ActionResponse;
import shopbell.model.decision.DecidedAction;
import shopbell.model.decision.Decision;
import shopbell.model.decision.Decision.TiedActions;
import shopbell.model.decision.DecisionFacts;
import shopbell.model.decision.Exclusion;
import shopbell.model.decision.ExclusionReason;
import shopbell.model.decision.FrequencyCap;
import shopbell.model.decision.HoldOutAssignment;
import shopbell.model.decision.PersonHistory;
import shopbell.model.decision.PersonHistory.ShownAction;
import shopbell.model.decision.ResponseKind;
import shopbell.model.decision.Veto;

class DecisionEngineTest {
  private static final ActionLimits LIMITED = new ActionLimits(
      Optional.of(new FrequencyCap(2, Duration.ofDays(30))),
      Duration.ofDays(90),
      false,
      Optional.empty());

  private static Decision decided(DecisionInput input) {
    return DecisionEngine.decide(input, ALL_MET);
  }

  private static List<String> shown(Decision decision) {
    return decision.shown().stream().map(DecidedAction::name).toList();
  }

  private static Optional<Exclusion> exclusion(Decision decision, String action) {
    return decision.candidates().stream()
        .filter(one -> one.name().equals(action))
        .findFirst()
        .flatMap(DecidedAction::exclusion);
  }

  private static Optional<ExclusionReason> why(Decision decision, String action) {
    return exclusion(decision, action).map(Exclusion::reason);
  }

  private static DecisionInput withHistory(Action action, PersonHistory history) {
    DecisionInput plain = input(1, facts(), catalogue(List.of(), action));
    return new DecisionInput(
        plain.request(),
        plain.facts(),
        plain.catalogue(),
        history,
        List.of(),
        Map.of(),
        ZoneOffset.UTC);
  }

  private static DecisionInput withHoldOuts(
      ActionCatalogue catalogue, HoldOutAssignment... holdOuts) {
    DecisionInput plain = input(1, facts("late"), catalogue);
    return new DecisionInput(
        plain.request(),
        plain.facts(),
        catalogue,
        PersonHistory.NONE,
        List.of(holdOuts),
        Map.of(),
        ZoneOffset.UTC);
  }

  private static HoldOutAssignment assignment(String scope, boolean heldOut, Instant at) {
    return new HoldOutAssignment(new UUID(8, 1), scope, heldOut, 0.05, at);
  }

  @Test
  void theSameInputGivesTheSameDecision() {
    ActionCatalogue catalogue =
        catalogue(List.of(), sale("a", 10, 3), sale("b", 10, 5), sale("c", 5, 9));
    Decision first = decided(input(3, facts("late"), catalogue));
    assertEquals(first, decided(input(3, facts("late"), catalogue)));
    assertNotEquals(first.inputs(), decided(input(3, facts("due"), catalogue)).inputs());
  }

  @Test
  void owedActionsComeFirstInTheOrderOfTheReasons() {
    ActionCatalogue catalogue =
        catalogue(List.of(), sale("gold", 1_000, 9), owed("second", "due"), owed("first", "late"));
    Decision decision = decided(input(1, facts("late", "due"), catalogue));
    assertEquals(List.of("first", "second", "gold"), shown(decision));
  }

  @Test
  void theRestIsRankedByItsBenefitAndTheFourthIsLeftOut() {
    ActionCatalogue catalogue = catalogue(
        List.of(), sale("a", 1, 5), sale("b", 100, 5), sale("c", 10_000, 5), sale("d", 10, 5));
    long right = LongStream.range(0, 500)
        .filter(contact ->
            shown(decided(input(contact, facts(), catalogue))).equals(List.of("c", "b", "d")))
        .count();
    assertTrue(right > 400, right + " of 500");
    Decision one = decided(input(1, facts(), catalogue));
    assertEquals(Optional.of(ExclusionReason.RANKED_LOWER), why(one, "a"));
  }

  @Test
  void everyActionIsFirstInOnePercentOfTheContactsHoweverPoorItSeems() {
    ActionCatalogue catalogue =
        catalogue(List.of(), sale("rich", 1_000_000, 9), sale("poor", 1, 1));
    long first = LongStream.range(0, 10_000)
        .mapToObj(contact -> decided(input(contact, facts(), catalogue)).shown().get(0))
        .filter(one -> one.name().equals("poor") && one.explored())
        .count();
    assertEquals(100.0, (double) first, 40);
  }

  @Test
  void aReasonOfAnotherPlaceQueueOrDayLeavesAnActionOut() {
    LocalDate today = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
    ActionCatalogue catalogue = catalogue(
        List.of(),
        sale("reason", placed(Set.of("due"), Set.of(), Set.of(), 0)),
        sale("queue", placed(Set.of(), Set.of("sales"), Set.of(), 0)),
        sale("channel", placed(Set.of(), Set.of(), Set.of("chat"), 0)),
        sale("early", placed(Set.of(), Set.of(), Set.of(), 1)),
        sale(
            "over",
            new ActionPlacement(
                Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.of(today.minusDays(1)))));
    Decision decision = decided(input(1, facts("late"), catalogue));
    assertEquals(Optional.of(ExclusionReason.OTHER_REASON), why(decision, "reason"));
    assertEquals(Optional.of(ExclusionReason.OTHER_QUEUE), why(decision, "queue"));
    assertEquals(Optional.of(ExclusionReason.OTHER_CHANNEL), why(decision, "channel"));
    assertEquals(Optional.of(ExclusionReason.NOT_STARTED), why(decision, "early"));
    assertEquals(Optional.of(ExclusionReason.ENDED), why(decision, "over"));
  }

  private static ActionPlacement placed(
      Set<String> reasons, Set<String> queues, Set<String> channels, int inDays) {
    LocalDate from = LocalDate.ofInstant(NOW, ZoneOffset.UTC).plusDays(inDays);
    return new ActionPlacement(reasons, queues, channels, Optional.of(from), Optional.empty());
  }

  @Test
  void aCapCountsOtherContactsAlone() {
    Action action = sale("a", 10, 5, LIMITED);
    ShownAction own = new ShownAction(new UUID(7, 1), "a", NOW);
    ShownAction lately = new ShownAction(new UUID(7, 2), "a", NOW.minus(Duration.ofDays(29)));
    ShownAction longAgo = new ShownAction(new UUID(7, 3), "a", NOW.minus(Duration.ofDays(31)));
    ShownAction yesterday = new ShownAction(new UUID(7, 4), "a", NOW.minus(Duration.ofDays(1)));
    PersonHistory once = new PersonHistory(List.of(own, lately, longAgo), List.of());
    PersonHistory twice = new PersonHistory(List.of(lately, yesterday), List.of());
    assertEquals(List.of("a"), shown(decided(withHistory(action, once))));
    assertEquals(
        Optional.of(new Exclusion(ExclusionReason.CAP_REACHED, "2 in PT720H")),
        exclusion(decided(withHistory(action, twice)), "a"));
  }

  @Test
  void aDeclinedActionIsNotOfferedAgainForItsCoolingOff() {
    Action action = sale("a", 10, 5, LIMITED);
    assertEquals(
        Optional.of(ExclusionReason.COOLING_OFF),
        why(decided(withHistory(action, declined(Duration.ofDays(89)))), "a"));
    assertEquals(List.of("a"), shown(decided(withHistory(action, declined(Duration.ofDays(90))))));
  }

  private static PersonHistory declined(Duration ago) {
    ActionResponse response =
        new ActionResponse(new UUID(7, 9), "a", ResponseKind.DECLINED, "", NOW.minus(ago));
    return new PersonHistory(List.of(), List.of(response));
  }

  @Test
  void aVetoIsListedAfterTheOthersWithItsSentenceAndWithWhatItCosts() {
    Veto raised = new Veto("owing", text("We owe"), "true", Set.of(ActionKind.SALE), Set.of());
    Veto quiet = new Veto("quiet", text("Never"), "false", Set.of(ActionKind.SALE), Set.of());
    Decision decision = decided(input(
        1,
        facts("late"),
        catalogue(List.of(quiet, raised), sale("a", 10, 5), owed("first", "late"))));
    assertEquals(List.of("first"), shown(decision));
    DecidedAction vetoed = decision.vetoed().get(0);
    assertEquals("We owe", vetoed.because().en());
    assertEquals("owing", vetoed.exclusion().orElseThrow().detail());
    assertTrue(vetoed.estimate().orElseThrow().benefit() > 0);
  }

  @Test
  void aPersonHeldOutSeesOwedActionsAloneAndTheEmptyPlaceStaysEmpty() {
    ActionCatalogue catalogue = catalogue(
        List.of(), owed("first", "late"), sale("a", 1_000, 9), sale("b", 100, 9), sale("c", 1, 9));
    Decision all = decided(withHoldOuts(catalogue, assignment(HoldOutAssignment.ALL, true, NOW)));
    assertEquals(List.of("first"), shown(all));
    assertEquals(Optional.of(ExclusionReason.HELD_OUT), why(all, "a"));
    Decision one = decided(withHoldOuts(catalogue, assignment("a", true, NOW)));
    assertEquals(List.of("first", "b"), shown(one));
    assertEquals(Optional.of(ExclusionReason.RANKED_LOWER), why(one, "c"));
  }

  @Test
  void afterAMergeTheEarliestAssignmentHolds() {
    ActionCatalogue catalogue = catalogue(List.of(), sale("a", 10, 5));
    HoldOutAssignment earlier = assignment("a", false, NOW.minusSeconds(10));
    HoldOutAssignment later = new HoldOutAssignment(new UUID(8, 2), "a", true, 0.05, NOW);
    assertEquals(List.of("a"), shown(decided(withHoldOuts(catalogue, later, earlier))));
  }

  @Test
  void aCustomerWhoRefusesProfilingGetsOwedActionsAndNoPredictedOnes() {
    DecisionFacts refused = new DecisionFacts(
        Map.of(
            "reason",
            List.of(Map.of("kind", "late", "weight", 0.5)),
            "customer",
            Map.of("refused", List.of("profiling"))),
        NOW);
    Decision decision =
        decided(input(1, refused, catalogue(List.of(), owed("first", "late"), sale("a", 10, 5))));
    assertEquals(List.of("first"), shown(decision));
    assertEquals(Optional.of(ExclusionReason.PROFILING_REFUSED), why(decision, "a"));
    assertTrue(decision.candidates().stream().allMatch(one -> one.estimate().isEmpty()));
  }

  @Test
  void actionsThatAreExpectedToBringTheSameAreCalledTied() {
    ActionCatalogue catalogue =
        catalogue(List.of(), sale("a", 10, 5), sale("b", 10, 5), sale("c", 1, 5));
    List<TiedActions> ties = decided(input(2, facts(), catalogue)).ties();
    assertEquals(1, ties.size());
    assertEquals(Set.of("a", "b"), Set.of(ties.get(0).first(), ties.get(0).second()));
  }

  @Test
  void aLaterCardOfTheSameContactHasTheSameDraws() {
    ActionCatalogue catalogue = catalogue(List.of(), sale("a", 10, 5), sale("b", 11, 5));
    DecisionFacts later = new DecisionFacts(facts().values(), NOW.plusSeconds(60));
    assertEquals(
        shown(decided(input(5, facts(), catalogue))), shown(decided(input(5, later, catalogue))));
  }
}
