package shopbell.store.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static shopbell.store.RuleDatabase.uuid;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.store.RuleDatabase;

/** The rules by which the database queues events for other systems. */
class QueuedEventRulesIT {
  private static RuleDatabase database;

  @BeforeAll
  static void open() {
    database = new RuleDatabase();
    receiver();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static void receiver() {
    database.text("""
        insert into hook (name, events)
        values ('all', '{interaction.finished,interaction.noted,customer.merged,promise.due}'), ('none', '{}') returning 1
        """);
    database.text("select ensure_month('interaction', now())");
  }

  private static String queued(String event) {
    return database.text(
        "select coalesce(string_agg(hook, ','), '') from outgoing where event = '" + event + "'");
  }

  private static void promise(int id, String due) {
    database.text("insert into promise (id, customer, text, due, made_at) values (" + uuid(id)
        + ", " + uuid(1) + ", 'call back', now() + interval '" + due + "', now()) returning 1");
  }

  @Test
  void aFinishedInteractionAndItsNoteAreQueuedOnceForTheReceiversOfThatEvent() {
    database.text("""
        insert into interaction (id, arrived_at, channel, direction, state, agents, rung, course)
        values (%s, now(), 'call', 'in', 'active', '{}', '{}', '{}') returning 1
        """.formatted(uuid(1)));
    assertEquals("", queued("interaction.finished"));
    for (String change :
        List.of("state = 'closed'", "state = 'closed'", "note = 'done'", "note = 'done'")) {
      database.text("update interaction set " + change + " returning 1");
    }
    assertEquals("all", queued("interaction.finished"));
    assertEquals("all", queued("interaction.noted"));
  }

  @Test
  void aMergeIsQueuedWithTheRecordsOfBothSides() {
    database.record(1, 1);
    database.record(2, 1);
    database.text(
        "insert into identity_journal (at, actor, what, customer, other) values (now(), 'clara', 'merge', "
            + uuid(1) + ", " + uuid(2) + ") returning 1");
    assertEquals(
        "[{\"id\": \"K1\", \"system\": \"crm\"}] [{\"id\": \"K2\", \"system\": \"crm\"}]",
        database.text(
            "select (body ->> 'records') || ' ' || (body ->> 'otherRecords') from outgoing where event = 'customer.merged'"));
    assertEquals("[]", database.text("select records_of('{}')::text"));
  }

  @Test
  void aPromiseIsQueuedOnceWhenItFallsDueAndNeverDaysLater() {
    promise(4, "-1 hour");
    promise(5, "-2 days");
    promise(6, "1 hour");
    assertEquals("1", database.text("select tell_of_promises(now())"));
    assertEquals("0", database.text("select tell_of_promises(now())"));
    assertEquals("all", queued("promise.due"));
  }

  @Test
  void anEventWithoutAReceiverIsNotQueued() {
    database.text("select tell('agent.not-looking', 'anna', now(), '{}')");
    assertEquals("", queued("agent.not-looking"));
  }
}
