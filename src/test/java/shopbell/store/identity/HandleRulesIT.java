package shopbell.store.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static shopbell.store.RuleDatabase.uuid;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopbell.store.RuleDatabase;

/** The rules of handles that the database holds: to which record a fact belongs that was named by a handle. */
class HandleRulesIT {
  private static RuleDatabase database;

  @BeforeAll
  static void open() {
    database = new RuleDatabase();
    people();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static void has(String kind, String value, int customer, String more) {
    database.text(
        "insert into handle (kind, value, customer, source, first_seen, last_seen) values ('"
            + kind + "', '" + value + "', " + uuid(customer)
            + ", 'crm', timestamptz '2026-01-0" + customer + "', now()) returning 1");
    if (!more.isEmpty()) {
      database.text("update handle set " + more + " where value = '" + value + "' returning 1");
    }
  }

  private static String home(String handle, String moment) {
    return database.text("select coalesce((select external_id from customer where id = home('"
        + handle + "', '" + moment + "')), 'nobody')");
  }

  private static void recognised(String cookie, int customer, String moment) {
    database.text("select count(*) from recognise('cookie:" + cookie + "', " + uuid(customer)
        + ", '" + moment + "')");
  }

  private static void people() {
    database.record(1, 1);
    database.record(2, 1);
    database.record(3, 3);
  }

  @Test
  void aFactByANumberBelongsToItsOldestRecordIfAllAreOnePerson() {
    has("phone", "+49301", 1, "");
    has("phone", "+49301", 2, "");
    assertEquals("K1", home("phone:+49301", "2026-02-01"));
    has("phone", "+49301", 3, "");
    assertEquals("nobody", home("phone:+49301", "2026-02-01"));
    assertEquals("nobody", home("phone:+49309", "2026-02-01"));
  }

  @Test
  void aVisitWithASharedCookieBelongsToTheLastPersonWithinADay() {
    has("cookie", "c1", 1, "shared = true");
    recognised("c1", 1, "2026-02-01T10:00:00Z");
    assertEquals("K1", home("cookie:c1", "2026-02-02T09:00:00Z"));
    assertEquals("nobody", home("cookie:c1", "2026-02-02T11:00:00Z"));
    assertEquals("nobody", home("cookie:c1", "2026-02-01T09:00:00Z"));
  }

  @Test
  void aVisitWithACookieOfOnePersonBelongsToThatPersonAtAnyTime() {
    has("cookie", "c2", 3, "");
    recognised("c2", 3, "2026-02-01T10:00:00Z");
    assertEquals("K3", home("cookie:c2", "2026-01-15"));
    assertEquals("K3", home("cookie:c2", "2026-06-15"));
  }

  @Test
  void factsThatWaitForAHandleMoveToTheCustomerWhoGetsIt() {
    database.text("""
        insert into ticket (id, waits_for, system, external_id, subject, status, priority, opened_at, updated_at)
        values (gen_random_uuid(), 'email:a@b.example', 'desk', 'T1', 's', 'open', 'normal', now(), now()) returning 1
        """);
    has("email", "a@b.example", 3, "");
    assertEquals(
        "K3",
        database.text(
            "select c.external_id from rehome('email:a@b.example') who join customer c on c.id = who"));
    assertEquals("0", database.text("select count(*) from rehome('email:a@b.example')"));
    database.text("select claim('email:a@b.example', " + uuid(3) + ")");
    assertEquals(
        "K3",
        database.text(
            "select c.external_id from ticket t join customer c on c.id = t.customer where t.external_id = 'T1'"));
  }

  @Test
  void aHandleThatOnlyAgentsNamedGoesWithTheLastChoiceAndOneOfASystemStays() {
    has("phone", "+49302", 1, "");
    has("phone", "+49302", 3, "");
    database.text("update handle set told = customer = " + uuid(1)
        + ", chosen = 1 where value = '+49302' returning 1");
    for (int customer : new int[] {1, 3}) {
      database.text("select refresh_handle('phone', '+49302', " + uuid(customer) + ")");
    }
    assertEquals("K1 0", database.text("""
            select string_agg(c.external_id || ' ' || h.chosen, ',') from handle h join customer c on c.id = h.customer
            where h.value = '+49302'
            """));
  }

  @Test
  void aHandleInItsNewFormKeepsWhatWasLearnedOfTheOldOne() {
    has("customerNumber", "k-7", 3, "verified = true, chosen = 2");
    has("customerNumber", "K7", 3, "chosen = 1");
    database.text("select count(*) from renew_handle('customerNumber', 'k-7', 'K7')");
    assertEquals("K7 true 3", database.text("""
            select string_agg(value || ' ' || verified || ' ' || chosen, ',') from handle where kind = 'customerNumber'
            """));
  }

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource({"a.b+shop@gmail.com, ab@googlemail.com", "anna+shop@web.example, anna@web.example"})
  void twoAddressesOfOneMailboxAreAHint(String one, String other) {
    assertEquals("true", database.text("select mailbox('" + one + "') = mailbox('" + other + "')"));
  }

  @Test
  void dotsSeparateAddressesOutsideGoogle() {
    assertEquals(
        "false", database.text("select mailbox('a.b@web.example') = mailbox('ab@web.example')"));
  }
}
