package shopbell.store.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;
import shopbell.decision.DecisionEngine;
import shopbell.decision.ModelFeature;
import shopbell.decision.SampleActions;
import shopbell.model.decision.ActionResponse;
import shopbell.model.decision.Decision;
import shopbell.model.decision.DecisionFacts;
import shopbell.model.decision.HoldOutAssignment;
import shopbell.model.decision.ResponseKind;
import shopbell.nextaction.CurrentCatalogue;
import shopbell.nextaction.EffectStore.ActionCounts;
import shopbell.nextaction.LoggedDecision;
import shopbell.nextaction.LoggedDecision.Exposure;
import shopbell.nextaction.LoggedDecision.ExposureState;
import shopbell.nextaction.OutcomeTask;
import shopbell.store.TestDatabase;
import shopbell.store.sql.Database;

/** What came of decisions, found from stored facts by a set clock. */
class PgEffectsIT {
  private static final Instant SHOWN = SampleActions.NOW;
  private static final Duration WITHIN = Duration.ofDays(14);
  private static final Instant OVER = SHOWN.plus(WITHIN).plusSeconds(1);

  private final AtomicInteger measured = new AtomicInteger();
  private Vertx vertx;
  private Database database;
  private PgDecisions decisions;
  private PgEffects effects;
  private Instant now = OVER;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    database = TestDatabase.open(vertx);
    decisions = new PgDecisions(database);
    effects = new PgEffects(database);
  }

  @AfterEach
  void close() {
    Waiting.on(vertx.close());
  }

  private void run() {
    CurrentCatalogue catalogue = new CurrentCatalogue(
        new PgActionLibrary(database),
        effects,
        () -> Future.succeededFuture(new byte[32]),
        ZoneOffset.UTC);
    Waiting.on(
        new OutcomeTask(vertx, effects, catalogue, measured::incrementAndGet, () -> now).run());
  }

  private void sql(String sql) {
    Waiting.on(database.query(sql, Tuple.tuple()));
  }

  private String text(String sql) {
    return Waiting.on(database.query(sql, Tuple.tuple())).iterator().next().getString(0);
  }

  private static UUID person(long number) {
    return new UUID(8, number);
  }

  private void customer(long number) {
    sql("insert into customer (id, survivor, system, external_id, kind, name, updated_at) values ('"
        + person(number) + "', '" + person(number) + "', 'crm', '" + number
        + "', 'person', 'A', now())");
  }

  private void orders(long number, Instant at) {
    sql(
        "insert into purchase (id, customer, system, external_id, placed_at, amount, currency, status, updated_at) values"
            + " (gen_random_uuid(), '" + person(number) + "', 'shop', '" + at + number + "', '" + at
            + "', 10, 'EUR', 'open', now())");
  }

  private static Exposure exposure(String action, int place, ExposureState state) {
    return new Exposure(
        action,
        1,
        place,
        state,
        state == ExposureState.VETOED ? Optional.of("ticket") : Optional.empty(),
        4,
        Set.of(ModelFeature.BIAS),
        Optional.of("order"),
        SHOWN.plus(WITHIN),
        Optional.empty());
  }

  private UUID decided(long number, Instant at, Exposure... exposures) {
    DecisionFacts facts = new DecisionFacts(SampleActions.facts().values(), at);
    Decision decision = DecisionEngine.decide(
        SampleActions.input(
            number, facts, SampleActions.catalogue(List.of(), SampleActions.sale("a", 10, 5))),
        SampleActions.ALL_MET);
    Waiting.on(decisions.write(new LoggedDecision(
        decision,
        person(number),
        Optional.empty(),
        List.of(exposures),
        List.of(new HoldOutAssignment(person(number), "a", false, 0.05, at)))));
    return decision.request().id();
  }

  private ActionCounts counts(String action) {
    return Waiting.on(effects.counts(SHOWN.minusSeconds(60))).stream()
        .filter(one -> one.action().equals(action))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anOrderWithinItsTimeIsASuccessOfTheShownActionAndTeachesItsModel() {
    customer(1);
    customer(2);
    decided(1, SHOWN, exposure("a", 0, ExposureState.SHOWN));
    decided(2, SHOWN, exposure("a", 0, ExposureState.SHOWN));
    orders(1, SHOWN.plus(Duration.ofDays(3)));
    orders(2, SHOWN.plus(Duration.ofDays(15)));
    run();
    assertEquals(2, counts("a").shown());
    assertEquals(1, counts("a").succeeded());
    assertEquals(2, Waiting.on(effects.models()).get("a").observations());
    assertEquals(1, measured.get());
    run();
    assertEquals(2, Waiting.on(effects.models()).get("a").observations(), "learned once");
  }

  @Test
  void nothingIsSettledBeforeItsTimeIsOver() {
    customer(1);
    decided(1, SHOWN, exposure("a", 0, ExposureState.SHOWN));
    orders(1, SHOWN.plusSeconds(60));
    now = SHOWN.plus(WITHIN);
    run();
    assertEquals(0, counts("a").succeeded());
    assertEquals(0, counts("a").with().persons());
    now = OVER;
    run();
    assertEquals(1, counts("a").succeeded());
  }

  @Test
  void aSuccessBelongsToTheAcceptedActionOfADecisionButTheEffectOfEachCountsThePerson() {
    customer(1);
    UUID decision = decided(
        1, SHOWN, exposure("a", 0, ExposureState.SHOWN), exposure("b", 1, ExposureState.SHOWN));
    assertTrue(Waiting.on(decisions.answered(
        new ActionResponse(decision, "b", ResponseKind.ACCEPTED, "", SHOWN.plusSeconds(9)))));
    orders(1, SHOWN.plus(Duration.ofDays(3)));
    run();
    assertEquals(0, counts("a").succeeded());
    assertEquals(1, counts("b").succeeded());
    assertEquals(1, counts("a").with().outcome());
    assertEquals(1, counts("b").with().outcome());
  }

  @Test
  void personsHeldOutAreMeasuredButNotLearnedFrom() {
    for (int number = 1; number <= 4; number++) {
      customer(number);
      decided(
          number,
          SHOWN,
          exposure("a", 0, number < 3 ? ExposureState.SHOWN : ExposureState.HELD_OUT));
    }
    orders(1, SHOWN.plusSeconds(60));
    orders(3, SHOWN.plusSeconds(60));
    orders(3, SHOWN.minusSeconds(60));
    run();
    assertEquals(2, counts("a").with().persons());
    assertEquals(2, counts("a").without().persons());
    assertEquals(1, counts("a").without().outcome());
    assertEquals(1, counts("a").without().before());
    assertEquals(2, Waiting.on(effects.models()).get("a").observations());
    assertEquals(2, Waiting.on(effects.effects()).get("a").heldOut());
  }

  @Test
  void aTicketAnAnswerAndNoOtherContactAreSuccessesToo() {
    customer(1);
    String who = person(1).toString();
    sql(
        "insert into ticket (id, customer, system, external_id, subject, status, priority, opened_at, updated_at, closed_at)"
            + " values (gen_random_uuid(), '" + who
            + "', 'desk', '1', 'x', 'closed', 'low', now(), now(), '"
            + SHOWN.plusSeconds(5) + "')");
    sql("insert into feedback (id, customer, system, kind, score, at) values (gen_random_uuid(), '"
        + who + "', 's', 'nps', 9, '" + SHOWN.plusSeconds(7) + "')");
    String success = "select success_at('%s', array['" + who + "'::uuid], '" + SHOWN + "', '" + OVER
        + "', 9)::text";
    assertTrue(text(success.formatted("ticket-closed")).startsWith("2026-11-30 12:00:05"));
    assertTrue(text(success.formatted("answer")).startsWith("2026-11-30 12:00:07"));
    assertTrue(text(success.formatted("no-repeat-contact")).startsWith("2026-12-14 12:00:01"));
    assertEquals(null, text(success.formatted("order")));
  }

  @Test
  void aVetoHasThePriceOfWhatItKeptFromTheCards() {
    customer(1);
    decided(1, SHOWN, exposure("a", 0, ExposureState.VETOED));
    decided(1, SHOWN, exposure("a", 0, ExposureState.VETOED));
    var price = Waiting.on(effects.vetoes(SHOWN.minusSeconds(1))).get(0);
    assertEquals("ticket", price.veto());
    assertEquals(1, price.notShown());
    assertEquals(4, price.benefit());
  }

  @Test
  void thePersonsPastGoesOverAllRecordsAndTheirFirstAssignmentsStay() {
    customer(1);
    customer(2);
    UUID decision = decided(1, SHOWN, exposure("a", 0, ExposureState.SHOWN));
    assertFalse(Waiting.on(
        decisions.answered(new ActionResponse(decision, "b", ResponseKind.DONE, "", SHOWN))));
    assertTrue(Waiting.on(decisions.answered(
        new ActionResponse(decision, "a", ResponseKind.DECLINED, "too dear", SHOWN))));
    sql("update customer set survivor = '" + person(2) + "' where id = '" + person(1) + "'");
    var person = Waiting.on(decisions.person(person(2)));
    assertEquals(1, person.history().shown().size());
    assertEquals("too dear", person.history().responses().get(0).word());
    assertEquals(person(1), person.holdOuts().get(0).customer());
  }

  @Test
  void nothingIsWrittenOfACustomerWhoWasErasedAndOldDecisionsAreDeleted() {
    decided(9, SHOWN, exposure("a", 0, ExposureState.SHOWN));
    assertEquals("0", text("select count(*)::text from decision"));
    customer(1);
    decided(1, SHOWN, exposure("a", 0, ExposureState.SHOWN));
    assertFalse(Waiting.on(decisions.prune(SHOWN)));
    assertEquals("1", text("select count(*)::text from decision"));
    assertFalse(Waiting.on(decisions.prune(SHOWN.plusSeconds(1))));
    assertEquals("0", text("select count(*)::text from exposure"));
  }
}
