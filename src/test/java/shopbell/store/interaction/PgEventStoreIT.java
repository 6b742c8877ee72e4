package shopbell.store.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopbell.store.StoredRecords.NOW;
import static shopbell.store.StoredRecords.step;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;
import shopbell.interaction.EventStore;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.InteractionStep;
import shopbell.model.interaction.Interaction;
import shopbell.model.interaction.InteractionState;
import shopbell.store.TestDatabase;
import shopbell.store.sql.Database;

class PgEventStoreIT {
  private static Vertx vertx;
  private static Database database;
  private static PgEventStore ledger;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
    database = TestDatabase.open(vertx);
    ledger = new PgEventStore(database);
  }

  @AfterAll
  static void close() {
    Waiting.on(vertx.close());
  }

  private static EventStore.SavedEvent keep(
      String call, InteractionStep interactionStep, int second, String... agents) {
    return Waiting.on(
        ledger.keep("pbx", step(call, interactionStep, Duration.ofSeconds(second), agents), NOW));
  }

  @Test
  void anEventSentTwiceIsOneEvent() {
    assertTrue(keep("twice", InteractionStep.RINGING, 0, "anna").fresh());
    EventStore.SavedEvent again = keep("twice", InteractionStep.RINGING, 0, "anna");
    assertFalse(again.fresh());
    assertEquals(
        InteractionState.RINGING, again.course().orElseThrow().interaction().state());
  }

  @Test
  void theSameEventAtTheSameTimeOnManyConnectionsIsKeptOnce() {
    List<Future<EventStore.SavedEvent>> sent = IntStream.range(0, 20)
        .mapToObj(i ->
            ledger.keep("pbx", step("flood", InteractionStep.RINGING, Duration.ZERO, "anna"), NOW))
        .toList();
    Waiting.on(Future.all(sent));
    assertEquals(1, sent.stream().filter(kept -> kept.result().fresh()).count());
  }

  @Test
  void eventsThatComeInAnyOrderEndInTheSameState() {
    keep("order", InteractionStep.ENDED, 60);
    keep("order", InteractionStep.ANSWERED, 5, "ben");
    EventStore.SavedEvent last = keep("order", InteractionStep.RINGING, 0, "anna", "ben");
    Interaction interaction = last.course().orElseThrow().interaction();
    assertEquals(InteractionState.WRAP_UP, interaction.state());
    assertEquals(List.of("ben"), interaction.agents());
    assertEquals(
        List.of("anna", "ben"),
        last.course().orElseThrow().rung().stream().sorted().toList());
  }

  @Test
  void anEventAppliedToAnOldStateIsAppliedAgainToTheNewerState() {
    PgEventStore other = new PgEventStore(database);
    keep("shared", InteractionStep.RINGING, 0, "anna", "ben");
    Waiting.on(other.keep(
        "pbx", step("shared", InteractionStep.ANSWERED, Duration.ofSeconds(5), "ben"), NOW));
    EventStore.SavedEvent last = keep("shared", InteractionStep.HELD, 9);
    assertEquals(
        InteractionState.HELD, last.course().orElseThrow().interaction().state());
    assertEquals(List.of("ben"), last.course().orElseThrow().interaction().agents());
    assertEquals(3, last.course().orElseThrow().steps().size());
  }

  @Test
  void openInteractionsAreFoundAgainAfterARestart() {
    keep("open", InteractionStep.RINGING, 0, "anna");
    UUID id = Interaction.id("pbx", "open");
    assertTrue(Waiting.on(ledger.open(NOW)).stream()
        .anyMatch(tracked -> tracked.interaction().id().equals(id)));
  }

  @Test
  void theFirstEventsOfAMonthMayComeAllAtOnce() {
    Instant later = NOW.plus(Duration.ofDays(400));
    List<Future<EventStore.SavedEvent>> sent = IntStream.range(0, 20)
        .mapToObj(i -> new PgEventStore(database)
            .keep("pbx", step("month" + i, InteractionStep.RINGING, Duration.ZERO, "anna"), later))
        .toList();
    Waiting.on(Future.all(sent));
  }

  @Test
  void keysOfOldEventsAreForgottenAndYoungOnesKept() {
    Duration kept = Duration.ofDays(14);
    keepAt("old", NOW.minus(kept).minusSeconds(1));
    keepAt("young", NOW.minus(kept).plusSeconds(1));
    while (Waiting.on(ledger.prune(NOW.minus(kept)))) {}
    assertFalse(keepAt("young", NOW).fresh());
    assertTrue(keepAt("old", NOW).fresh());
  }

  private static EventStore.SavedEvent keepAt(String call, Instant now) {
    return Waiting.on(ledger.keep("pruned", step(call, InteractionStep.ENDED, Duration.ZERO), now));
  }

  @Test
  void anIdThatIsUsedAgainContinuesInTheNewestContactOfAnyNode() {
    PgEventStore other = new PgEventStore(database);
    UUID first =
        keep("again", InteractionStep.RINGING, 0, "anna").course().orElseThrow().first();
    keep("again", InteractionStep.ANSWERED, 2, "anna");
    keep("again", InteractionStep.ENDED, 30);
    EventStore.SavedEvent opened =
        Waiting.on(other.keep("pbx", again(InteractionStep.RINGING, 60), NOW));
    UUID second = opened.course().orElseThrow().interaction().id();
    assertFalse(second.equals(first));
    // it has not been notified of the second yet
    EventStore.SavedEvent answered = keep("again", InteractionStep.ANSWERED, 65, "ben");
    assertEquals(second, answered.course().orElseThrow().interaction().id());
    assertEquals(
        InteractionState.ACTIVE, answered.course().orElseThrow().interaction().state());
    EventStore.SavedEvent late = keep("again", InteractionStep.WITHDRAWN, 20, "anna");
    assertEquals(first, late.course().orElseThrow().interaction().id());
    PgEventStore restarted = new PgEventStore(database);
    EventStore.SavedEvent ended =
        Waiting.on(restarted.keep("pbx", again(InteractionStep.ENDED, 90), NOW));
    assertEquals(second, ended.course().orElseThrow().interaction().id());
    assertEquals(
        InteractionState.WRAP_UP, ended.course().orElseThrow().interaction().state());
  }

  @Test
  void aBeginningThatAnotherOneHasOvertakenIsOfTheSameContact() {
    keep("overtaken", InteractionStep.RINGING, 0, "anna");
    keep("overtaken", InteractionStep.ENDED, 30);
    EventStore.SavedEvent opened = keep("overtaken", InteractionStep.RINGING, 65, "ben");
    EventStore.SavedEvent overtaken = keep("overtaken", InteractionStep.RINGING, 61, "cem");
    assertEquals(
        opened.course().orElseThrow().interaction().id(),
        overtaken.course().orElseThrow().interaction().id());
  }

  @Test
  void nodesThatOpenTheNextContactAtTheSameTimeOpenTheSame() {
    keep("both", InteractionStep.RINGING, 0, "anna");
    keep("both", InteractionStep.ENDED, 30);
    List<Future<EventStore.SavedEvent>> sent = IntStream.range(0, 10)
        .mapToObj(i -> new PgEventStore(database)
            .keep(
                "pbx",
                step("both", InteractionStep.RINGING, Duration.ofSeconds(60 + i), "ben"),
                NOW))
        .toList();
    Waiting.on(Future.all(sent));
    assertEquals(
        1,
        sent.stream()
            .map(kept -> kept.result().course().orElseThrow().interaction().id())
            .distinct()
            .count());
  }

  private static InteractionEvent again(InteractionStep interactionStep, int second) {
    return step("again", interactionStep, Duration.ofSeconds(second), "ben");
  }
}
