package shopbell.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shopbell.Waiting;
import shopbell.model.card.CustomerSummary;
import shopbell.store.card.PgSummaries;
import shopbell.store.sql.Database;
import shopbell.store.sql.Migrations;

/** A database of an earlier release is upgraded with all its data. */
class UpgradeIT {
  private static final UUID MIA = UUID.fromString("00000000-0000-0000-0000-000000000007");

  /** What a shop of the first schema may have written. */
  private static final String RECORDS = """
      insert into customer (id, survivor, system, external_id, kind, name, updated_at)
      values ('%1$s', '%1$s', 'crm', '7', 'person', 'Mia Falk', now());
      insert into handle (kind, value, customer, source, first_seen, last_seen)
      values ('phone', '+4922147111', '%1$s', 'crm', now(), now());
      insert into ticket (id, customer, system, external_id, subject, status, priority, opened_at, updated_at)
      values (gen_random_uuid(), '%1$s', 'desk', '17', 'Lamp flickers', 'open', 'high', now(), now());
      insert into purchase (id, customer, system, external_id, placed_at, amount, currency, status, updated_at)
      values (gen_random_uuid(), '%1$s', 'shop', '1', now() - interval '3 days', 49.90, 'EUR', 'sent', now());
      select ensure_month('touchpoint', now());
      insert into touchpoint (id, at, customer, source, channel, name)
      values (gen_random_uuid(), now(), '%1$s', 'shop', 'web', 'page');
      insert into promise (id, customer, agent, text, due, made_at)
      values (gen_random_uuid(), '%1$s', 'anna', 'call back', now() + interval '1 day', now());
      """.formatted(MIA);

  /** Every column, index, trigger and function there is. */
  private static final String SHAPE = """
      select concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default)
      from information_schema.columns where table_schema = current_schema() and table_name !~ '_\\d{4}(q\\d|\\d\\d)$'
      union all select indexdef from pg_indexes where schemaname = current_schema() and tablename !~ '_\\d{4}(q\\d|\\d\\d)$'
      union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal and tgparentid = 0
      union all select proname || md5(prosrc) from pg_proc where pronamespace = current_schema()::regnamespace
        and probin is null
      order by 1
      """;

  private static final Vertx VERTX = Vertx.vertx();

  @AfterAll
  static void close() {
    Waiting.on(VERTX.close());
  }

  static List<Integer> earlier() {
    return IntStream.range(1, Migrations.FILES.size()).boxed().toList();
  }

  @ParameterizedTest(name = "after {0} files")
  @MethodSource("earlier")
  void everyEarlierSchemaBecomesTheNewestWithAllThatIsInIt(int files) {
    String url = TestDatabase.empty(VERTX);
    PgConnection sql = connect(url);
    Waiting.on(Migrations.apply(sql, Migrations.FILES.subList(0, files)));
    Waiting.on(sql.query(RECORDS).execute());
    Database database = Waiting.on(Database.open(VERTX, url));
    assertEquals(fresh(), shape(sql));
    CustomerSummary customerSummary =
        Waiting.on(new PgSummaries(database, Currency.getInstance("EUR")).of(MIA, Instant.now()));
    assertEquals("Mia Falk", customerSummary.customer().name());
    assertEquals(1, customerSummary.tickets().open());
    assertEquals("call back", customerSummary.promises().get(0).text());
    assertEquals(
        Instant.now().truncatedTo(ChronoUnit.DAYS).minus(3, ChronoUnit.DAYS),
        customerSummary
            .value()
            .orElseThrow()
            .lastOrderAt()
            .orElseThrow()
            .truncatedTo(ChronoUnit.DAYS));
    Waiting.on(sql.close());
    Waiting.on(database.close());
  }

  @Test
  void aQuarterThatHasMonthsGoesOnWithMonthsAndTheNextIsWhole() {
    String url = TestDatabase.empty(VERTX);
    PgConnection sql = connect(url);
    Waiting.on(Migrations.apply(sql, Migrations.FILES.subList(0, 8)));
    Waiting.on(sql.query("select ensure_month('touchpoint', '2031-05-05Z')").execute());
    Waiting.on(Migrations.apply(sql));
    for (String day : List.of("2031-05-31", "2031-06-30", "2031-07-01", "2031-09-30")) {
      Waiting.on(
          sql.query("select ensure_month('touchpoint', '" + day + " 23:59Z')").execute());
    }
    List<String> parts = new ArrayList<>();
    Waiting.on(sql.query(
                "select relid::text from pg_partition_tree('touchpoint') where isleaf order by 1")
            .execute())
        .forEach(row -> parts.add(row.getString(0)));
    assertEquals(List.of("touchpoint_203105", "touchpoint_203106", "touchpoint_2031q3"), parts);
    Waiting.on(sql.close());
  }

  @Test
  void aDatabaseThatIsUpToDateIsLeftAsItIs() {
    String url = TestDatabase.empty(VERTX);
    Waiting.on(Waiting.on(Database.open(VERTX, url)).close());
    PgConnection sql = connect(url);
    List<String> before = shape(sql);
    Waiting.on(Waiting.on(Database.open(VERTX, url)).close());
    assertEquals(before, shape(sql));
    Waiting.on(sql.close());
  }

  private static PgConnection connect(String url) {
    return Waiting.on(PgConnection.connect(VERTX, PgConnectOptions.fromUri(url)));
  }

  private static List<String> fresh() {
    String url = TestDatabase.empty(VERTX);
    Waiting.on(Waiting.on(Database.open(VERTX, url)).close());
    PgConnection sql = connect(url);
    List<String> shape = shape(sql);
    Waiting.on(sql.close());
    return shape;
  }

  private static List<String> shape(PgConnection sql) {
    List<String> shape = new ArrayList<>();
    for (Row row : Waiting.on(sql.query(SHAPE).execute())) {
      shape.add(row.getString(0));
    }
    return shape;
  }
}
