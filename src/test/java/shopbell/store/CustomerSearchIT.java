package shopbell.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopbell.Waiting;
import shopbell.customer.CustomerStore;
import shopbell.store.customer.PgCustomers;
import shopbell.store.sql.Database;

class CustomerSearchIT {
  private static final String PEOPLE = """
      insert into customer (id, survivor, system, external_id, kind, name, attributes, updated_at)
      select md5('c' || n)::uuid, md5('c' || n)::uuid, 's', n::text, 'person', name,
        jsonb_build_object('city', city, 'postalCode', postcode, 'birthDate', birth), now()
      from (values
        (1, 'Jürgen Müller-Lüdenscheidt', 'Köln', '50667', '1971-03-21'),
        (2, 'Teresa Smith', 'Leeds', 'LS3 1AB', '1909-08-11'),
        (3, 'Małgorzata Wiśniewska', 'Poznań', '60-101', '1988-12-02'),
        (4, 'Sigrid Oppermann', 'Aachen', '52062', '1960-05-06')) p (n, name, city, postcode, birth)
      """;
  private static final String NAMESAKES = """
      insert into customer (id, survivor, system, external_id, kind, name, attributes, updated_at)
      select md5('n' || n)::uuid, md5('n' || n)::uuid, 's', 'n' || n, 'person', 'Anna Schmidt',
        jsonb_build_object('city', 'Bonn', 'postalCode', (53000 + n)::text), now() from generate_series(1, 500) n
      """;

  private static final String ORDERED = """
      insert into purchase (id, system, external_id, customer, placed_at, amount, currency, status, updated_at)
      values (md5('o')::uuid, 's', '53077', md5('c4')::uuid, now(), 1, 'EUR', 'paid', now())
      """;
  private static final String NUMBERED = """
      insert into handle (kind, value, customer, source, first_seen, last_seen)
      values ('email', 'anna.schmidt53077@shop.example', md5('n5')::uuid, 's', now(), now())
      """;

  private static Vertx vertx;
  private static PgCustomers customers;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
    Database database = TestDatabase.open(vertx);
    customers = new PgCustomers(database);
    Waiting.on(database.query(PEOPLE, Tuple.tuple()));
    Waiting.on(database.query(NAMESAKES, Tuple.tuple()));
    Waiting.on(database.query(NUMBERED, Tuple.tuple()));
    Waiting.on(database.query(ORDERED, Tuple.tuple()));
  }

  @AfterAll
  static void close() {
    Waiting.on(vertx.close());
  }

  @ParameterizedTest(name = "{0} finds {1} first")
  @CsvSource({
    "müller lüdenscheidt,1", "Luedenscheidt Juergen,1", "50667 jürgen,1", "köln müler,1",
        "21.03.1971,1",
    "Jürgen 1971-03-21,1", "Yürgen Möller Köln 50667,1", "Terresa Smyth,2", "smith ls3 1ab,2",
        "LS31AB,2",
    "8/11/1909 smith,2", "Smith Teresa Leeds nonsense,2", "wisniewska,3", "Malgorzata 60-101,3",
        "Wischniewska Poznan,3",
    "Opperman,4", "Oberman Aachen,4", "sigr,4", "Siegrid 52063,4", "06.05.1960 Opermann,4"
  })
  void wordsInAnyOrderWithMistakesFindThePersonFirst(String asked, int person) {
    List<UUID> found = ids(asked);
    assertTrue(!found.isEmpty(), asked);
    assertEquals(md5("c" + person), found.get(0), asked);
  }

  @ParameterizedTest(name = "{0} and any more words")
  @CsvSource({"Oppermann", "Teresa", "Jürgen 50667", "wisniewska 02.12.1988"})
  void moreWordsNeverFindLess(String asked) {
    Set<UUID> few = new HashSet<>(ids(asked));
    for (String more : List.of("zzzz", "Bonn", "Frau 99999", "hat gestern angerufen")) {
      assertTrue(ids(asked + " " + more).containsAll(few), asked + " " + more);
    }
  }

  @Test
  void oneMoreWordFindsTheRightOneOfManyNamesakes() {
    CustomerStore.Hits many = Waiting.on(customers.search("Anna Schmidt", Optional.empty()));
    assertEquals(20, many.items().size());
    assertTrue(many.more() && many.next().isPresent());
    assertEquals(md5("n77"), ids("Schmidt Anna 53077").get(0));
    assertEquals(Optional.of("Bonn"), many.items().get(0).distinction().town());
  }

  @Test
  void anOrderNumberFindsItsCustomerAloneAndBesideTheName() {
    assertEquals(md5("c4"), ids("53077").get(0));
    assertEquals(md5("c4"), ids("Oppermann 53077").get(0));
  }

  @Test
  void aSearchWithoutMatchesFindsNoCustomer() {
    assertEquals(List.of(), ids("Xqvwq"));
    assertEquals(List.of(), ids("—"));
  }

  @Test
  void aPageOfFewSaysThatTheseAreAll() {
    CustomerStore.Hits hits = Waiting.on(customers.search("Oppermann", Optional.empty()));
    assertEquals(hits.items().size(), hits.total());
    assertEquals(false, hits.more());
  }

  private static List<UUID> ids(String asked) {
    return Waiting.on(customers.search(asked, Optional.empty())).items().stream()
        .map(CustomerStore.SearchHit::id)
        .toList();
  }

  private static UUID md5(String text) {
    try {
      byte[] hash = java.security.MessageDigest.getInstance("MD5")
          .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(hash);
      return new UUID(bytes.getLong(), bytes.getLong());
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
