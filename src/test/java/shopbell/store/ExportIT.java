package shopbell.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.Event;
import shopbell.RunningShop;
import shopbell.Waiting;
import shopbell.model.ExternalId;
import shopbell.model.Role;
import shopbell.store.customer.PgPrivacy;
import shopbell.store.sql.Database;

/** A customer with more data than fits into memory comfortably. */
class ExportIT {
  private static final int STEPS = 10_000;
  private static final UUID CUSTOMER = new ExternalId("crm", "1").uuid();
  private static final String MONTHS =
      "select ensure_month('touchpoint', now() - n * interval '1 month') from generate_series(0, 1) n";
  private static final String VISITS = """
      insert into touchpoint (id, at, customer, source, channel, name, properties)
      select md5('t' || n)::uuid, now() - n * interval '1 second', '%s', 'shop', 'web', 'page', '{"title":"Lamps"}'
      from generate_series(1, %d) n
      """.formatted(CUSTOMER, STEPS);

  private static Vertx vertx;
  private static Database database;
  private static RunningShop shop;

  @BeforeAll
  static void open() {
    Map<String, String> settings =
        new HashMap<>(Map.of("database.url", RunningShop.freshDatabase()));
    shop = RunningShop.open(settings).hire("chief", Role.SUPERVISOR, List.of());
    shop.tell(Event.customer("1", "Mia Falk", "+4922147111"));
    vertx = Vertx.vertx();
    database = Waiting.on(Database.open(vertx, settings.get("database.url")));
    Waiting.on(database.query(MONTHS, Tuple.tuple()));
    Waiting.on(database.query(VISITS, Tuple.tuple()));
  }

  @AfterAll
  static void close() {
    Waiting.on(database.close());
    Waiting.on(vertx.close());
    shop.close();
  }

  @Test
  void allStepsArriveAsOneBatch() {
    String cookie = shop.seat("chief").cookie();
    long steps = 0;
    for (var event : shop.call("GET", "/api/v1/customers/" + CUSTOMER + "/export")
        .cookie(cookie)
        .send()
        .expect(200)
        .json()) {
      steps += event.get("type").asText().equals("shopbell.touchpoint") ? 1 : 0;
    }
    assertEquals(STEPS, steps);
  }

  @Test
  void theNextPartIsReadWhenTheOneBeforeWasTaken() {
    List<Integer> parts = Collections.synchronizedList(new ArrayList<>());
    Promise<Void> taken = Promise.promise();
    Future<Void> all = new PgPrivacy(database).export(CUSTOMER, events -> {
      parts.add(events.size());
      return parts.size() == 3 ? taken.future() : Future.succeededFuture();
    });
    Waiting.until("three parts", () -> parts.size() == 3);
    Waiting.on(database.query("select pg_sleep(0.5)::text", Tuple.tuple()));
    assertEquals(List.of(100, 100, 100), parts);
    taken.complete();
    Waiting.on(all);
    assertTrue(parts.stream().mapToInt(Integer::intValue).sum() > STEPS);
  }

  @Test
  void aReaderThatStopsReleasesTheConnection() {
    for (int i = 0; i < 30; i++) {
      Future<Void> all =
          new PgPrivacy(database).export(CUSTOMER, events -> Future.failedFuture("gone"));
      boolean failed = Waiting.on(all.transform(done -> Future.succeededFuture(done.failed())));
      assertTrue(failed);
    }
  }
}
