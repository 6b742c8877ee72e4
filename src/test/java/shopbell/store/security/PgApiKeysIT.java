package shopbell.store.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;
import shopbell.security.ApiKeyScope;
import shopbell.security.ApiKeys;
import shopbell.store.TestDatabase;
import shopbell.store.sql.Database;

class PgApiKeysIT {
  private static Vertx vertx;
  private static Database database;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
    database = TestDatabase.open(vertx);
  }

  @AfterAll
  static void close() {
    Waiting.on(database.close());
    Waiting.on(vertx.close());
  }

  @Test
  void threeThousandMadeUpKeysAreAFewStatements() {
    PgApiKeys keys = new PgApiKeys(database);
    ApiKeys.ApiKey real =
        new ApiKeys.ApiKey("crm", ApiKeyScope.READ, Instant.parse("2026-01-01T00:00:00Z"));
    Waiting.on(keys.put(real, "real"));
    countStatements();
    List<Future<Optional<ApiKeys.ApiKey>>> flood =
        IntStream.range(0, 3_000).mapToObj(i -> keys.find("made up " + i)).toList();
    assertEquals(Optional.of(real), Waiting.on(keys.find("real")));
    Waiting.on(Future.all(flood));
    assertTrue(flood.stream().allMatch(one -> one.result().isEmpty()));
    long statements = Waiting.on(database.query("select nextval('asked')", Tuple.tuple()))
        .iterator()
        .next()
        .getLong(0);
    assertTrue(statements <= 10, statements + " statements");
  }

  /** The table becomes a view that takes a number each time it is read. */
  private static void countStatements() {
    for (String sql :
        List.of("create sequence asked", "alter table api_key rename to kept_key", """
        create view api_key as
        with counted as materialized (select nextval('asked') as n) select k.* from counted, kept_key k
        """)) {
      Waiting.on(database.query(sql, Tuple.tuple()));
    }
  }
}
