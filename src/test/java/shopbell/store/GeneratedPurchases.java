package shopbell.store;

import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hipparchus.random.RandomDataGenerator;
import shopbell.Waiting;
import shopbell.store.sql.Columns;
import shopbell.store.sql.Database;

/** Customers that buy exactly as MBG/NBD and Gamma-Gamma say, with known parameters: the same each time. */
public final class GeneratedPurchases {
  private static final String CUSTOMERS = """
      insert into customer (id, survivor, system, external_id, kind, name, updated_at, examined)
      select id, id, 'generated', id::text, 'person', 'Customer', $2, true from unnest($1::uuid[]) id
      """;
  private static final String PURCHASES = """
      insert into purchase (id, customer, system, external_id, placed_at, amount, currency, status, updated_at)
      select gen_random_uuid(), customer, 'generated', place::text, at, amount, 'EUR', 'delivered', at
      from unnest($1::uuid[], $2::timestamptz[], $3::float8[]) with ordinality as bought (customer, at, amount, place)
      """;
  private static final double WEEKS = 104;

  private final RandomDataGenerator random = new RandomDataGenerator(7);
  private final List<UUID> customers = new ArrayList<>();
  private final List<UUID> buyers = new ArrayList<>();
  private final List<Instant> times = new ArrayList<>();
  private final List<Double> amounts = new ArrayList<>();
  private final Instant now;

  private GeneratedPurchases(Instant now) {
    this.now = now;
  }

  /** Stores {@code people} persons with their past of up to two years until {@code now}. */
  public static void store(Database database, int people, Instant now) {
    GeneratedPurchases all = new GeneratedPurchases(now);
    for (int i = 0; i < people; i++) {
      all.person(new UUID(4711, i));
    }
    Waiting.on(database.query(
        CUSTOMERS,
        Tuple.tuple()
            .addArrayOfUUID(all.customers.toArray(UUID[]::new))
            .addOffsetDateTime(Columns.utc(now))));
    Waiting.on(database.query(
        PURCHASES,
        Tuple.tuple()
            .addArrayOfUUID(all.buyers.toArray(UUID[]::new))
            .addArrayOfOffsetDateTime(Columns.utc(all.times.stream()))
            .addArrayOfDouble(all.amounts.toArray(Double[]::new))));
  }

  private void person(UUID id) {
    customers.add(id);
    double age = WEEKS * (0.25 + 0.75 * random.nextUniform(0, 1));
    double rate = random.nextGamma(2, 1 / 16.0);
    double leaving = random.nextBeta(1, 6);
    double nu = random.nextGamma(4, 1 / 60.0);
    double at = 0;
    boolean gone = false;
    while (!gone && at < age) {
      bought(id, age - at, random.nextGamma(6, 1 / nu));
      gone = random.nextUniform(0, 1) < leaving;
      at += random.nextExponential(1 / rate);
    }
  }

  private void bought(UUID id, double weeksAgo, double amount) {
    buyers.add(id);
    times.add(now.minus(Duration.ofMinutes(Math.max(1, Math.round(weeksAgo * 7 * 24 * 60)))));
    amounts.add(amount);
  }
}
