package shopbell.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.io.PrintStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;
import shopbell.identity.DuplicateFinder;
import shopbell.identity.DuplicateStore;
import shopbell.identity.MatchThresholds;
import shopbell.store.identity.PgDuplicates;
import shopbell.store.identity.PgMerges;
import shopbell.store.sql.Database;

/**
 * {@code -Drows=N} imported customers, one in 20 a second record of another: how many are examined per second, and
 * listed.
 */
@Tag("duplicates")
class DuplicatesBench {
  private static final PrintStream OUT = System.out;
  private static final String PEOPLE = """
      insert into customer (id, survivor, system, external_id, kind, name, attributes, updated_at)
      select md5('d' || n)::uuid, md5('d' || n)::uuid, 'crm', n::text, 'person',
        initcap(translate((power(r1, 2) * 400)::int::text, '0123456789', 'aeioulnrst')) || 'a '
          || initcap(translate(md5((power(r2, 3) * 20000)::int::text), '0123456789abcdef', 'aeiounrsltmkbdgh')),
        jsonb_build_object('birthDate', date '1930-01-01' + (r3 * 27000)::int, 'street', 'Weg ' || (r2 * 3000)::int,
          'houseNumber', (r3 * 120)::int::text, 'postalCode', (10000 + (power(r1, 2) * 8000)::int)::text), now()
      from (select n, random() as r1, random() as r2, random() as r3 from generate_series(1, $1) n) r
      """;
  private static final String TWICE = """
      insert into customer (id, survivor, system, external_id, kind, name, attributes, updated_at)
      select md5('e' || id)::uuid, md5('e' || id)::uuid, 'shop', external_id, kind, replace(name, 'a ', ' '), attributes, now()
      from customer where external_id::int % 20 = 0
      """;
  private static final String HANDLES = """
      insert into handle (kind, value, customer, source, first_seen, last_seen)
      select kind, case kind when 'phone' then '+4930' || (10000000 + n) else 'c' || n || '@shop.example' end, id, 'crm', now(), now()
      from (select id, external_id::int as n from customer) c, unnest(array['phone', 'email']) kind
      """;

  @Test
  void anImportIsExaminedAndListed() {
    Vertx vertx = Vertx.vertx();
    Database database = TestDatabase.open(vertx);
    Waiting.on(database.query(PEOPLE, Tuple.of(Integer.getInteger("rows", 20_000))));
    Waiting.on(database.query(TWICE, Tuple.tuple()));
    Waiting.on(database.query(HANDLES, Tuple.tuple()));
    PgDuplicates suspects = new PgDuplicates(database);
    examined(
        new DuplicateFinder(suspects, new PgMerges(database), MatchThresholds.DEFAULT), database);
    listed(suspects);
    Waiting.on(database.close());
    Waiting.on(vertx.close());
  }

  private static void examined(DuplicateFinder finder, Database database) {
    long began = System.nanoTime();
    while (Waiting.on(finder.round(Instant.now())).more()) {
      // the next
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    int records = Waiting.on(database.query("select count(*)::int from customer", Tuple.tuple()))
        .iterator()
        .next()
        .getInteger(0);
    OUT.printf(
        Locale.ROOT,
        "%,d records examined in %.1f s: %.0f a second%n",
        records,
        seconds,
        records / seconds);
  }

  private static void listed(PgDuplicates suspects) {
    Set<UUID> seen = new HashSet<>();
    long slowest = 0;
    Optional<DuplicateStore.DuplicatePosition> after = Optional.empty();
    do {
      long began = System.nanoTime();
      DuplicateStore.Listed page = Waiting.on(suspects.page(Optional.empty(), after, 20));
      slowest = Math.max(slowest, System.nanoTime() - began);
      page.items().forEach(pair -> assertTrue(seen.add(pair.id())));
      after = page.next();
    } while (after.isPresent());
    OUT.printf(
        Locale.ROOT,
        "%,d pairs listed, 20 a page; the slowest page took %.0f ms%n",
        seen.size(),
        slowest / 1e6);
  }
}
