package shopbell.store.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopbell.store.StoredRecords.NOW;
import static shopbell.store.StoredRecords.customer;
import static shopbell.store.StoredRecords.id;
import static shopbell.store.StoredRecords.phone;
import static shopbell.store.StoredRecords.step;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;
import shopbell.interaction.CallerCandidates;
import shopbell.interaction.InteractionNotes;
import shopbell.model.event.InteractionStep;
import shopbell.model.interaction.Interaction;
import shopbell.model.interaction.TrackedInteraction;
import shopbell.store.TestDatabase;
import shopbell.store.sql.Database;

class PgInteractionNotesIT {
  private static final int EVENTS = 20;

  private static Vertx vertx;
  private static PgEventStore ledger;
  private static PgEventStore otherNode;
  private static PgInteractionNotes notes;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
    Database database = TestDatabase.open(vertx);
    ledger = new PgEventStore(database);
    otherNode = new PgEventStore(database);
    notes = new PgInteractionNotes(database, ledger);
  }

  @AfterAll
  static void close() {
    Waiting.on(vertx.close());
  }

  private static InteractionNotes.Pen pen(String call) {
    return new InteractionNotes.Pen(Interaction.id("pbx", call), "anna", NOW);
  }

  private static Future<?> kept(PgEventStore node, String call, int second) {
    InteractionStep next = second % 2 == 0 ? InteractionStep.HELD : InteractionStep.RESUMED;
    return node.keep("pbx", step(call, next, Duration.ofSeconds(second), "anna"), NOW);
  }

  /** Events of three calls come to two nodes, in the same batches. */
  private static List<Future<?>> events(String... calls) {
    List<Future<?>> sent = new ArrayList<>();
    IntStream.rangeClosed(1, EVENTS).forEach(second -> {
      for (String call : calls) {
        sent.add(kept(second % 3 == 0 ? otherNode : ledger, call, second));
      }
    });
    return sent;
  }

  @Test
  void aChoiceAndAWrapUpAmongEventsOfManyCallsLoseNothing() {
    String[] calls = {"one", "two", "three"};
    for (String call : calls) {
      Waiting.on(
          ledger.keep("pbx", step(call, InteractionStep.ANSWERED, Duration.ZERO, "anna"), NOW));
    }
    List<Future<?>> sent = events(calls);
    InteractionNotes.Ending ending =
        new InteractionNotes.Ending(Optional.empty(), Optional.empty(), Optional.of("a note"));
    for (String call : calls) {
      sent.add(notes.choose(pen(call), candidate(call)));
      sent.add(notes.wrapUp(pen(call), ending));
    }
    sent.addAll(events("four"));
    Waiting.on(Future.all(sent));
    for (String call : calls) {
      UUID interaction = Interaction.id("pbx", call);
      TrackedInteraction tracked = Waiting.on(notes.read(interaction, NOW));
      assertEquals(Optional.of(id(call)), tracked.customer());
      assertTrue(tracked.wrappedUpAt().isPresent());
      assertEquals(EVENTS + 1, tracked.steps().size());
      // the next event is applied to what was committed
      Waiting.on(kept(ledger, call, EVENTS + 1));
      assertEquals(
          tracked.revision() + 1, Waiting.on(notes.read(interaction, NOW)).revision());
    }
  }

  private static InteractionNotes.Choice candidate(String call) {
    return new InteractionNotes.Choice(
        id(call),
        Optional.of(new CallerCandidates.Candidate("crm", customer(call, "Alice Beispiel"))),
        List.of(phone("+4915110000001")));
  }
}
