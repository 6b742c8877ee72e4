package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopbell.model.ExternalId;
import shopbell.store.TestDatabase;

/** An agent's action is stored as a whole or not at all: the database refuses its last statement, or its connection ends. */
class AgentTransactionsIT {
  private static final String CONNECTOR = """
      name: crm
      source:
        steps:
          - name: found
            when: $exists($phone)
            path: '"/people"'
            query: {phone: $phone}
        map: |
          [found.people.{"type": "shopbell.customer.upserted", "data": $}]
      """;

  private static final String REFUSED = "raise exception 'refused by the test'";
  private static final String CONNECTION_ENDED = "perform pg_terminate_backend(pg_backend_pid())";
  private static final String DATABASE = RunningShop.freshDatabase();

  @TempDir
  private static Path folder;

  private static OtherSystem crm;
  private static RunningShop shop;
  private static int row = 0;

  private DeskClient anna;
  private Event ringing;

  @BeforeAll
  static void open() throws IOException {
    Files.writeString(folder.resolve("crm.yaml"), CONNECTOR);
    crm = OtherSystem.open();
    shop = RunningShop.open(Map.of(
            "database.url",
            DATABASE,
            "connectors.folder",
            folder.toString(),
            "sources.crm.kind",
            "crm",
            "sources.crm.url",
            crm.url()))
        .hire("anna");
  }

  @AfterAll
  static void close() {
    shop.close();
    crm.close();
  }

  @BeforeEach
  void sit() {
    row++;
    anna = shop.seat("anna");
    String phone = "+4915117" + (100000 + row);
    Map<String, Object> handle = Map.of("kind", "phone", "value", phone);
    Map<String, Object> person =
        Map.of("id", "a-" + row, "name", "Alice Beispiel", "handles", List.of(handle));
    crm.does(OtherSystem.json(Map.of("people", List.of(person))));
    ringing = Event.ringing(UUID.randomUUID().toString(), phone, "anna");
    shop.tell(ringing);
  }

  @AfterEach
  void leave() {
    sql("drop trigger if exists broken on identity_journal");
    sql("drop trigger if exists broken on interaction");
    anna.close();
  }

  private static int sql(String statement) {
    return Waiting.on(TestDatabase.ask(shop.application().vertx(), DATABASE, statement));
  }

  private static boolean stored(String rows) {
    return sql("select 1 from " + rows) > 0;
  }

  /** {@code what} happens from now on to each {@code event} on a table. */
  private static void broken(String event, String what) {
    sql("create or replace function broken() returns trigger language plpgsql as $$ begin " + what
        + "; return new; end $$");
    sql("create trigger broken " + event + " execute function broken()");
  }

  private Answer post(String action, Map<String, Object> body) {
    return shop.call("POST", "/api/v1/interactions/" + ringing.interaction() + action)
        .cookie(anna.cookie())
        .json(body)
        .send();
  }

  private Answer chosen() {
    JsonNode card =
        anna.card(ringing.interaction(), now -> now.at("/match/candidates").size() == 1);
    return post(
        "/customer", Map.of("customer", card.at("/match/candidates/0/customer").asText()));
  }

  private Answer wrappedUp() {
    return post(
        "/wrap-up", Map.of("disposition", "resolved", "reason", "delivery", "note", "all is well"));
  }

  private String interaction(String condition) {
    return "interaction where id = '" + ringing.interaction() + "' and " + condition;
  }

  private void nothingIsChosen() {
    UUID candidate = new ExternalId("crm", "a-" + row).uuid();
    assertFalse(stored("customer where id = '" + candidate + "'"));
    assertFalse(stored("handle where customer = '" + candidate + "'"));
    assertFalse(stored("identity_journal where customer = '" + candidate + "'"));
    assertFalse(stored(interaction("(customer is not null or course ->> 'customer' is not null)")));
  }

  @Test
  void ofAChoiceWithHandlesThatCannotBeLearnedNothingIsStored() {
    broken("before insert on identity_journal for each row", REFUSED);
    chosen().problem(500);
    nothingIsChosen();
  }

  @Test
  void ofAChoiceDuringWhichTheConnectionEndsNothingIsStoredAndItSucceedsLater() {
    broken("before insert on identity_journal for each row", CONNECTION_ENDED);
    chosen().problem(503);
    nothingIsChosen();
    sql("drop trigger broken on identity_journal");
    chosen().expect(204);
    JsonNode card =
        anna.card(ringing.interaction(), now -> now.at("/match/status").asText().equals("known"));
    assertEquals("Alice Beispiel", card.at("/customer/name").asText());
    assertTrue(
        stored("handle where customer = '" + new ExternalId("crm", "a-" + row).uuid() + "'"));
  }

  private void endedWithAPrediction() {
    String call = ringing.data().get("interaction").toString();
    shop.tell(Event.answered(call, "anna"), Event.ended(call, "completed"));
    anna.card(ringing.interaction(), "wrap-up");
    sql("insert into guess (interaction, at, signals, shown, shares) values ('"
        + ringing.interaction() + "', now(), '{}', '{}', '{}') on conflict do nothing");
  }

  private void nothingIsWrappedUp() {
    assertFalse(
        stored(
            interaction(
                "(disposition is not null or reason is not null or note is not null or state = 'closed')")));
    assertFalse(
        stored("guess where interaction = '" + ringing.interaction() + "' and said is not null"));
  }

  @Test
  void ofAWrapUpThatCannotBeClosedNothingIsStored() {
    endedWithAPrediction();
    broken("before update on interaction for each row when (new.state = 'closed')", REFUSED);
    wrappedUp().problem(500);
    nothingIsWrappedUp();
  }

  @Test
  void ofAWrapUpDuringWhichTheConnectionEndsNothingIsStoredAndItSucceedsLater() {
    endedWithAPrediction();
    broken(
        "before update on interaction for each row when (new.state = 'closed')", CONNECTION_ENDED);
    wrappedUp().problem(503);
    nothingIsWrappedUp();
    sql("drop trigger broken on interaction");
    wrappedUp().expect(204);
    assertEquals("closed", anna.gone(ringing.interaction()));
    assertTrue(
        stored(interaction("disposition = 'resolved' and note is not null and state = 'closed'")));
    assertTrue(
        stored("guess where interaction = '" + ringing.interaction() + "' and said = 'delivery'"));
  }

  @Test
  void aNewCustomerIsStoredWithTheHandlesOrNotAtAll() {
    broken("before insert on identity_journal for each row", REFUSED);
    Map<String, Object> handle = Map.of("kind", "phone", "value", "+4915118" + (100000 + row));
    shop.call("POST", "/api/v1/customers")
        .cookie(anna.cookie())
        .json(Map.of("name", "Nora Neu " + row, "handles", List.of(handle)))
        .send()
        .expect(500);
    assertFalse(stored("customer where name = 'Nora Neu " + row + "'"));
  }
}
