package shopbell.store.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static shopbell.store.RuleDatabase.uuid;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.store.RuleDatabase;

/** The rules of erasing a person that the database holds. */
class ErasureRulesIT {
  private static RuleDatabase database;

  @BeforeAll
  static void open() {
    database = new RuleDatabase();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static String name(String sql) {
    return database.text("select coalesce((" + sql + ")::text, 'nothing')");
  }

  @Test
  void everyTableWithAnIdOfACustomerIsErasedExceptTheLogs() {
    assertEquals("0", database.text("""
            select count(*) from about_customers() where tab in ('look', 'erasure')
              or (tab = 'purchase' and not cols @> '{customer}')
            """));
    assertEquals("true", database.text("select count(*) > 10 from about_customers()"));
  }

  @Test
  void allRecordsOfThePersonAreErased() {
    database.record(1, 1);
    database.record(2, 1);
    database.record(3, 3);
    assertEquals("2", database.text("select cardinality(person_of(" + uuid(2) + "))"));
    database.text("select erase_customer(" + uuid(2) + ", 'dora', now())");
    assertEquals(
        "K3", name("select string_agg(external_id, ',') from customer where id <= " + uuid(3)));
    assertEquals(
        "2", name("select count(*) from erasure where what = 'erased' and customer <= " + uuid(2)));
    assertEquals("nothing", name("select erase_customer(" + uuid(2) + ", 'dora', now())"));
  }

  @Test
  void anAnonymisedPersonKeepsOrdersUnderANewNumberWithoutAName() {
    database.record(4, 4);
    database.text("""
        insert into purchase (id, customer, system, external_id, placed_at, amount, currency, status, updated_at)
        values (gen_random_uuid(), %s, 'shop', 'O4', now(), 10, 'EUR', 'paid', now()) returning 1
        """.formatted(uuid(4)));
    database.text("select anonymise_customer(" + uuid(4) + ", 'dora', now())");
    assertEquals("nothing", name("select id from customer where id = " + uuid(4)));
    assertEquals("nothing", name("select id from purchase where external_id = 'O4'"));
    assertEquals(
        "— 10.00",
        database.text(
            "select c.name || ' ' || p.amount from purchase p join customer c on c.id = p.customer"));
  }

  @Test
  void anInteractionWithoutItsPersonKeepsWhenAndHowItWas() {
    assertEquals(
        "{\"handles\": [], \"customer\": null, \"revision\": 4, \"attributes\": {}, \"interaction\":"
            + " {\"to\": null, \"from\": null, \"queue\": \"support\", \"messages\": [], \"senderId\":"
            + " \"00000000-0000-0000-0000-000000000009\"}}",
        database.text("""
            select blank_course('{"revision": 3, "customer": "c", "handles": [1], "attributes": {"a": 1},
              "interaction": {"from": "+49301", "to": "+49302", "queue": "support", "messages": ["hello"],
              "senderId": "call 1"}}', %s)::text
            """.formatted(uuid(9))));
  }

  @Test
  void anErasureRemovesTheMessagesAboutThePersonThatWaitForOtherSystems() {
    database.text("""
        insert into outgoing (hook, event, subject, at, body)
        values ('hook', 'customer.merged', 'x', now(), jsonb_build_object('other', %s)),
          ('hook', 'promise.due', 'y', now(), null) returning 1
        """.formatted(uuid(5)));
    database.record(5, 5);
    database.text("select erase_customer(" + uuid(5) + ", 'dora', now())");
    assertEquals("promise.due", name("select string_agg(event, ',') from outgoing"));
  }

  @Test
  void aRowOfAnExportIsRestoredOnceAndOnlyIntoATableOfCustomers() {
    database.record(6, 6);
    String rows =
        "select line::text from rows_about(array[" + uuid(6) + "]) where tab = 'customer'";
    String row = database.text(rows);
    database.text("delete from customer where id = " + uuid(6) + " returning 1");
    for (int times = 0; times < 2; times++) {
      database.text("select restore_row('customer', '" + row + "')");
    }
    assertEquals(row, database.text(rows));
    assertThrows(RuntimeException.class, () -> database.text("select restore_row('audit', '{}')"));
  }
}
