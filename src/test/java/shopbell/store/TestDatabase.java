package shopbell.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.RowSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import shopbell.Waiting;
import shopbell.store.embedded.EmbeddedPostgres;
import shopbell.store.sql.Database;

/** A real PostgreSQL: one server for all tests of a run, and a separate database for each test. */
public final class TestDatabase {
  private static final AtomicInteger NAMES = new AtomicInteger();
  private static final String MIGRATED = "migrated";
  private static EmbeddedPostgres server;
  private static Path folder;
  private static boolean migrated;

  private TestDatabase() {}

  /** The address of a new database without tables. */
  public static String empty(Vertx vertx) {
    return create(vertx, "test_" + NAMES.incrementAndGet(), "");
  }

  /** The address of a new database with all tables, a copy: migrating each would take most of a test's time. */
  public static synchronized String url(Vertx vertx) {
    if (!migrated) {
      Waiting.on(Database.open(vertx, create(vertx, MIGRATED, "")).compose(Database::close));
      migrated = true;
    }
    return create(vertx, "test_" + NAMES.incrementAndGet(), " template " + MIGRATED);
  }

  private static String create(Vertx vertx, String name, String template) {
    PgConnection admin =
        Waiting.on(PgConnection.connect(vertx, PgConnectOptions.fromUri(server().url())));
    Waiting.on(admin.query("create database " + name + template).execute());
    Waiting.on(admin.close());
    return server().url().replaceFirst("/[^/]*$", "/" + name);
  }

  /** The same, migrated and connected. */
  public static Database open(Vertx vertx) {
    return Waiting.on(Database.open(vertx, url(vertx)));
  }

  /** How many rows {@code sql} finds or changes at {@code url}. */
  public static Future<Integer> ask(Vertx vertx, String url, String sql) {
    return PgConnection.connect(vertx, PgConnectOptions.fromUri(url))
        .compose(connection ->
            connection.query(sql).execute().map(RowSet::rowCount).eventually(connection::close));
  }

  private static synchronized EmbeddedPostgres server() {
    if (server == null) {
      try {
        folder = Files.createTempDirectory("shopbell-test");
        server = EmbeddedPostgres.start(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(TestDatabase::stop));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return server;
  }

  /** A run leaves gigabytes of databases behind. */
  private static void stop() {
    try {
      server.close();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
