package shopbell.store.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static shopbell.store.StoredRecords.NOW;
import static shopbell.store.StoredRecords.customer;
import static shopbell.store.StoredRecords.id;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;
import shopbell.customer.PromiseStore.Owed;
import shopbell.customer.PromiseStore.Owner;
import shopbell.customer.PromiseStore.Which;
import shopbell.model.Page;
import shopbell.model.Rejected;
import shopbell.model.customer.Promise;
import shopbell.model.customer.PromiseState;
import shopbell.store.TestDatabase;
import shopbell.store.records.PgLoader;
import shopbell.store.sql.Database;

class PgPromisesIT {
  private static Vertx vertx;
  private static PgLoader loader;
  private static PgPromises promises;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
    Database database = TestDatabase.open(vertx);
    loader = new PgLoader(database);
    promises = new PgPromises(database);
    Waiting.on(loader.load("crm", List.of(customer("1", "Mia Falk"))));
  }

  @AfterAll
  static void close() {
    Waiting.on(vertx.close());
  }

  private static Promise by(String agent, String text, Duration due, Optional<Instant> kept) {
    return new Promise(
        UUID.randomUUID(),
        text,
        NOW.plus(due),
        PromiseState.OPEN,
        Optional.of(agent),
        NOW.minus(Duration.ofDays(1)),
        Optional.empty(),
        Optional.empty(),
        kept);
  }

  private static List<String> texts(Page<Owed> page) {
    return page.items().stream().map(owed -> owed.promise().text()).toList();
  }

  private static Page<Owed> of(String name, Which which, Optional<String> before) {
    return Waiting.on(promises.of(new Owner(name, List.of(), false), which, before, NOW));
  }

  @Test
  void openOnesIncludeBrokenOnesAndTheEarliestDueComesFirst() {
    Waiting.on(loader.promises(Map.of(
        id("1"),
        List.of(
            by("anna", "later", Duration.ofHours(5), Optional.empty()),
            by("anna", "too late", Duration.ofHours(-2), Optional.empty()),
            by("anna", "done", Duration.ofHours(1), Optional.of(NOW)),
            by("ben", "not hers", Duration.ofHours(1), Optional.empty())))));
    assertEquals(List.of("too late", "later"), texts(of("anna", Which.OPEN, Optional.empty())));
    assertEquals(List.of("too late"), texts(of("anna", Which.BROKEN, Optional.empty())));
    assertEquals(List.of("done"), texts(of("anna", Which.KEPT, Optional.empty())));
    Owed first = of("anna", Which.OPEN, Optional.empty()).items().get(0);
    assertEquals(PromiseState.BROKEN, first.promise().state());
    assertEquals("Mia Falk", first.customer().name());
  }

  @Test
  void manyComePageByPageEvenWhenAllAreDueAtOnce() {
    List<Promise> many = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      many.add(by("carl", "p" + i, Duration.ofHours(3), Optional.empty()));
    }
    Waiting.on(loader.promises(Map.of(id("1"), many)));
    Page<Owed> first = of("carl", Which.OPEN, Optional.empty());
    Page<Owed> second = of("carl", Which.OPEN, first.next());
    assertEquals(50, first.items().size());
    assertEquals(10, second.items().size());
    assertEquals(Optional.empty(), second.next());
    List<String> all = new ArrayList<>(texts(first));
    all.addAll(texts(second));
    assertEquals(60, all.stream().distinct().count());
  }

  @Test
  void aCursorThatIsNoneIsRefused() {
    for (String cursor : List.of("", "x", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z|y")) {
      assertThrows(Rejected.class, () -> of("anna", Which.OPEN, Optional.of(cursor)), cursor);
    }
  }
}
