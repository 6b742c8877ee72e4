package shopbell.store;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import shopbell.Waiting;
import shopbell.store.embedded.EmbeddedPostgres;
import shopbell.store.sql.Database;
import shopbell.store.sql.JdbcConnections;

/**
 * As many people with as much of a past as a measurement wants, made by the database itself, in our tables and in those of a
 * bare relay. {@code -Dcrowd=FOLDER} keeps them for the next run.
 */
public final class Crowd implements AutoCloseable {
  private static final String OURS = """
      insert into customer (id, survivor, system, external_id, kind, name, since, updated_at, examined)
      select md5('c' || n)::uuid, md5('c' || n)::uuid, 'crm', n::text, 'person', 'Customer ' || n, '2020-01-01', now(), true
      from generate_series(1, :people) n;
      insert into handle (kind, value, customer, source, first_seen, last_seen)
      select 'phone', '+49' || (15000000000 + n::bigint * 7), md5('c' || n)::uuid, 'crm', now() - interval '1 year', now()
      from generate_series(1, :people) n;
      insert into ticket (id, customer, system, external_id, subject, status, priority, opened_at, updated_at)
      select md5('t' || n)::uuid, md5('c' || (n * 7919::bigint % :people + 1))::uuid, 'desk', n::text, 'Subject of ticket ' || n,
        case when n % 3 = 0 then 'open' else 'closed' end, 'normal', now() - (n % 700) * interval '1 day', now()
      from generate_series(1, :people) n;
      insert into purchase (id, customer, system, external_id, placed_at, amount, currency, status, updated_at)
      select md5('p' || n)::uuid, md5('c' || n)::uuid, 'shop', n::text, now() - (n % 700) * interval '1 day', 49.90, 'EUR',
        'delivered', now()
      from generate_series(1, :people) n;
      select ensure_month('touchpoint', now() - n * interval '1 month') from generate_series(0, 24) n;
      insert into touchpoint (id, at, customer, source, channel, name, properties)
      select md5('e' || n)::uuid, now() - (n % 63072000) * interval '1 second', md5('c' || (n % :people + 1))::uuid, 'shop',
        'web', 'page', '{"title": "A page of the shop"}'
      from generate_series(1::bigint, :steps) n;
      select refresh_ranks();
      """;
  private static final String RELAYS = """
      create table customer (id bigint primary key, phone text, name text, email text, segment text, ltv numeric, since date, attrs jsonb);
      create table journey_event (customer_id bigint, at timestamptz, kind text, channel text, detail text);
      create table ticket (id bigint primary key, customer_id bigint, subject text, status text, priority text, opened timestamptz);
      insert into customer select n, '+49' || (15000000000 + n::bigint * 7), 'Customer ' || n, 'c' || n || '@example.org',
        'b2c', 49.90, '2020-01-01', '{}' from generate_series(1, :people) n;
      insert into ticket select n, n * 7919::bigint % :people + 1, 'Subject of ticket ' || n,
        case when n % 3 = 0 then 'open' else 'closed' end, 'normal', now() - (n % 700) * interval '1 day' from generate_series(1, :people) n;
      insert into journey_event select n % :people + 1, now() - (n % 63072000) * interval '1 second', 'page', 'web',
        'A page of the shop' from generate_series(1::bigint, :steps) n;
      create index on customer (phone);
      create index on ticket (customer_id);
      create index on journey_event (customer_id, at desc);
      """;

  private static final String WARM = """
      create extension if not exists pg_prewarm;
      select sum(pg_prewarm(oid)) from (
        select oid from pg_class where relkind in ('r', 'i') and relpersistence = 'p' order by relpages desc) large_first;
      """;

  private final EmbeddedPostgres server;

  private Crowd(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Takes minutes for millions, unless they are there from the last time. */
  public static Crowd of(int customers, long touchpoints) throws IOException, SQLException {
    String kept = System.getProperty("crowd", "");
    Path folder = kept.isEmpty() ? Files.createTempDirectory("crowd") : Path.of(kept);
    Crowd crowd = new Crowd(EmbeddedPostgres.start(folder));
    if (!crowd.there()) {
      Vertx vertx = Vertx.vertx();
      Waiting.on(Waiting.on(Database.open(vertx, crowd.url())).close());
      Waiting.on(vertx.close());
      crowd.run(crowd.url(), sized(OURS, customers, touchpoints));
      crowd.run(crowd.url(), "vacuum analyze");
      crowd.run(crowd.server.url(), "create database relay");
      crowd.run(crowd.relayUrl(), sized(RELAYS, customers, touchpoints));
      crowd.run(crowd.relayUrl(), "vacuum analyze");
    }
    return crowd;
  }

  /** In E.164; whose {@code customer} is, counted from 1. */
  public static String phone(int customer) {
    return "+49" + (15_000_000_000L + customer * 7L);
  }

  /** Our tables. */
  public String url() {
    return server.url();
  }

  /** The relay's. */
  public String relayUrl() {
    return server.url().replaceFirst("/[^/]*$", "/relay");
  }

  /** What {@code url} holds is in memory, as it would be after a day's work, as far as there is room. */
  public void warm(String url) throws SQLException {
    run(url, WARM);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private static String sized(String sql, int customers, long touchpoints) {
    return sql.replace(":people", "" + customers).replace(":steps", "" + touchpoints);
  }

  private boolean there() throws SQLException {
    try (Connection connection = JdbcConnections.open(server.url());
        Statement statement = connection.createStatement()) {
      return statement
          .executeQuery("select 1 from pg_database where datname = 'relay'")
          .next();
    }
  }

  private void run(String url, String sql) throws SQLException {
    try (Connection connection = JdbcConnections.open(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
