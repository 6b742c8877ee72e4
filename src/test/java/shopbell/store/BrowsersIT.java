package shopbell.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static shopbell.store.StoredRecords.NOW;
import static shopbell.store.StoredRecords.customer;
import static shopbell.store.StoredRecords.id;
import static shopbell.store.StoredRecords.ref;
import static shopbell.store.StoredRecords.touchpoint;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.event.CustomerRecord;
import shopbell.model.event.Inbound;
import shopbell.store.identity.PgHandles;
import shopbell.store.identity.PgMerges;
import shopbell.store.interaction.PgEventStore;
import shopbell.store.sql.Columns;
import shopbell.store.sql.Database;

/** The customer of a browser's visits: of one person all, of several only those since each was last recognised. */
class BrowsersIT {
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

  private static Instant ago(int minutes) {
    return NOW.minus(Duration.ofMinutes(minutes));
  }

  private static void keep(Inbound... records) {
    for (Inbound record : records) {
      Waiting.on(ledger.keep("events", record, NOW));
    }
  }

  private static CustomerRecord identified(String number, Handle cookie, int minutesAgo) {
    CustomerRecord c = customer(number, "Visitor " + number, cookie);
    return new CustomerRecord(
        c.key() + minutesAgo,
        ago(minutesAgo),
        c.id(),
        c.kind(),
        c.name(),
        c.handles(),
        c.organizations(),
        c.details(),
        c.cues(),
        c.attributes());
  }

  private static Optional<UUID> whose(Handle cookie, int minutesAgo) {
    var rows = Waiting.on(database.query(
        "select customer from touchpoint where waits_for = $1 and at = $2",
        Tuple.of("cookie:" + cookie.value(), Columns.utc(ago(minutesAgo)))));
    return Optional.ofNullable(rows.iterator().next().getUUID(0));
  }

  private static void visits(Handle cookie, int... minutesAgo) {
    for (int ago : minutesAgo) {
      keep(touchpoint(cookie.value() + ago, ref(cookie), ago(ago)));
    }
  }

  @Test
  void ofOnePersonAreAllVisitsBeforeAndAfter() {
    Handle cookie = Handle.of(HandleKind.COOKIE, "single");
    visits(cookie, 300, 100);
    keep(identified("401", cookie, 200));
    assertEquals(Optional.of(id("401")), whose(cookie, 300));
    assertEquals(Optional.of(id("401")), whose(cookie, 100));
  }

  @Test
  void aDeviceOfSeveralPeopleDoesNotJoinThem() {
    Handle cookie = Handle.of(HandleKind.COOKIE, "kiosk");
    visits(cookie, 500, 390, 290, 190);
    keep(identified("411", cookie, 400));
    assertEquals(Optional.of(id("411")), whose(cookie, 500));
    keep(identified("412", cookie, 300), identified("413", cookie, 200));
    assertEquals(Optional.empty(), whose(cookie, 500));
    assertEquals(Optional.of(id("411")), whose(cookie, 390));
    assertEquals(Optional.of(id("412")), whose(cookie, 290));
    assertEquals(Optional.of(id("413")), whose(cookie, 190));
  }

  @Test
  void theOrderInWhichNewsArriveDoesNotMatter() {
    Handle cookie = Handle.of(HandleKind.COOKIE, "late");
    keep(identified("421", cookie, 200), identified("422", cookie, 400));
    visits(cookie, 390, 190);
    assertEquals(Optional.of(id("422")), whose(cookie, 390));
    assertEquals(Optional.of(id("421")), whose(cookie, 190));
  }

  @Test
  void aVisitOnASharedDeviceBelongsToACustomerForADayAtMost() {
    Handle cookie = new Handle(HandleKind.COOKIE, "marked", false, true);
    int day = 24 * 60;
    visits(cookie, 3 * day, 2 * day - 60, day / 2);
    keep(identified("431", cookie, 2 * day));
    assertEquals(Optional.empty(), whose(cookie, 3 * day));
    assertEquals(Optional.of(id("431")), whose(cookie, 2 * day - 60));
    assertEquals(Optional.empty(), whose(cookie, day / 2));
  }

  @Test
  void mergingTwoCustomersWithOneBrowserMakesItOnePersonsBrowser() {
    Handle cookie = Handle.of(HandleKind.COOKIE, "couple");
    visits(cookie, 500);
    keep(identified("441", cookie, 400), identified("442", cookie, 300));
    assertEquals(Optional.empty(), whose(cookie, 500));
    PgMerges merges = new PgMerges(database);
    var mergeAct = new shopbell.identity.MergeJournal.MergeAct("anna", NOW);
    long entry = Waiting.on(merges.merge(id("441"), id("442"), mergeAct)).entry();
    assertEquals(Optional.of(id("441")), whose(cookie, 500));
    Waiting.on(merges.undo(entry, mergeAct));
    assertEquals(Optional.empty(), whose(cookie, 500));
  }

  @Test
  void aVisitWithAnUnknownBrowserWaits() {
    Handle cookie = Handle.of(HandleKind.COOKIE, "nobody");
    visits(cookie, 10);
    assertEquals(Optional.empty(), whose(cookie, 10));
    assertEquals(List.of(), Waiting.on(new PgHandles(database).about(List.of(cookie), NOW)));
  }
}
