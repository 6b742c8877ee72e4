package shopbell.store.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;
import shopbell.identity.HandleFormUpgrade;
import shopbell.identity.HandleNormaliser;
import shopbell.identity.PhoneNumbers;
import shopbell.identity.PlaceholderIds;
import shopbell.store.TestDatabase;
import shopbell.store.sql.Database;

/** Handles that an earlier release has stored in another form. */
class PgStoredHandlesIT {
  private static final String PEOPLE = """
      insert into customer (id, survivor, system, external_id, kind, name, updated_at, examined)
      select md5('f' || n)::uuid, md5('f' || n)::uuid, 'crm', n::text, 'person', 'Person ' || n, now(), true from generate_series(1, 700) n
      """;
  private static final String HANDLES = """
      insert into handle (kind, value, customer, source, verified, chosen, first_seen, last_seen)
      select kind, value, md5('f' || n)::uuid, 'crm', verified, chosen, now(), now() from (values
        (1, 'email', 'info@xn--mller-bau-q9a.example', false, 0),
        (2, 'email', 'Rosa@Shop.example', true, 0), (2, 'email', 'rosa@shop.example', false, 2),
        (3, 'phone', '+551187654321', false, 0), (4, 'phone', '+4922147103', false, 0), (5, 'phone', 'no number', false, 0)
      ) h (n, kind, value, verified, chosen)
      union all select 'email', 'person' || n || '@shop.example', md5('f' || n)::uuid, 'crm', false, 0, now(), now()
      from generate_series(10, 700) n
      """;
  private static final String WAITING = """
      insert into ticket (id, system, external_id, waits_for, subject, status, priority, opened_at, updated_at)
      values (md5('ticket')::uuid, 'help', '1', 'email:info@xn--mller-bau-q9a.example', 'Roof', 'open', 'normal', now(), now())
      """;

  private static Vertx vertx;
  private static Database database;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
    database = TestDatabase.open(vertx);
    ask(PEOPLE);
    ask(HANDLES);
    ask(WAITING);
  }

  @AfterAll
  static void close() {
    Waiting.on(vertx.close());
  }

  private static List<String> ask(String sql) {
    List<String> texts = new ArrayList<>();
    Waiting.on(database.query(sql, Tuple.tuple())).forEach(row -> texts.add(row.getString(0)));
    return texts;
  }

  private static HandleFormUpgrade forms() {
    PhoneNumbers numbers = new PhoneNumbers("DE");
    PlaceholderIds none = new PlaceholderIds("undefined");
    return new HandleFormUpgrade(
        new PgStoredHandles(database), new HandleNormaliser(numbers, none));
  }

  @Test
  void handlesOfAnEarlierFormAreFoundInTheFormOfToday() {
    HandleFormUpgrade forms = forms();
    assertTrue(Waiting.on(forms.round()).more());
    assertFalse(Waiting.on(forms.round()).more());
    assertEquals(
        List.of(
            "info@müller-bau.example",
            "rosa@shop.example true 2",
            "+5511987654321",
            "+4922147103",
            "no number"),
        ask("""
            select value || case when n = '2' then ' ' || verified || ' ' || chosen else '' end from handle
            join (select id, external_id as n from customer where external_id::int < 10) c on c.id = customer order by n
            """));
    assertEquals(List.of("1"), ask("""
        select c.external_id from ticket t join customer c on c.id = t.customer
        """));
    assertEquals(
        List.of("1", "2", "3"),
        ask("select external_id from customer where not examined order by 1"));
    // a later start looks at nothing
    ask("update handle set value = 'OLD@shop.example' where value = 'person10@shop.example'");
    assertFalse(Waiting.on(forms().round()).more());
    assertEquals(
        1, ask("select value from handle where value = 'OLD@shop.example'").size());
  }
}
