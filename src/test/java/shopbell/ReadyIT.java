package shopbell;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import shopbell.http.SelfCheck;
import shopbell.store.TestDatabase;

/** Readiness follows the actual state of the dependencies. */
class ReadyIT {
  @Test
  void aDatabaseThatAnswersAndTakesNoWritesIsNotReady() {
    String database = RunningShop.freshDatabase();
    String name =
        URI.create(database.replaceFirst("^postgresql", "http")).getPath().substring(1);
    Vertx vertx = Vertx.vertx();
    try (RunningShop shop = RunningShop.open(Map.of("database.url", database))) {
      shop.operator("/health/ready").send().expect(200);
      readOnly(vertx, database, name, "on");
      Waiting.until("not ready", () -> shop.operator("/health/ready").send().status() == 503);
      Waiting.until(
          "it says why",
          () -> shop.operator("/health/ready")
              .send()
              .json()
              .path("reason")
              .asText()
              .equals("the database takes no writes"));
      readOnly(vertx, database, name, "off");
      Waiting.until("ready again", () -> shop.operator("/health/ready").send().status() == 200);
    } finally {
      Waiting.on(vertx.close());
    }
  }

  /** Makes the database read-only as a standby is; open connections are affected at once. */
  private static void readOnly(Vertx vertx, String database, String name, String value) {
    Waiting.on(TestDatabase.ask(
        vertx,
        database,
        "set transaction read write; alter database \"" + name
            + "\" set default_transaction_read_only = " + value));
    Waiting.on(TestDatabase.ask(
        vertx,
        database,
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name
            + "' and pid <> pg_backend_pid()"));
  }

  @Test
  void aPortThatAcceptsAndNeverAnswersIsFound() {
    Vertx vertx = Vertx.vertx();
    try {
      boolean[] silent = {false};
      HttpServer server = Waiting.on(vertx
          .createHttpServer()
          .requestHandler(request -> {
            if (!silent[0]) {
              request.response().setStatusCode(404).end();
            }
          })
          .listen(0, "127.0.0.1"));
      Waiting.on(
          new SelfCheck(vertx, "0.0.0.0", server.actualPort(), Duration.ofSeconds(20)).ask());
      silent[0] = true;
      SelfCheck own = new SelfCheck(vertx, "0.0.0.0", server.actualPort(), Duration.ofSeconds(1));
      AssertionError late = assertThrows(AssertionError.class, () -> Waiting.on(own.ask()));
      assertInstanceOf(TimeoutException.class, late.getCause());
    } finally {
      Waiting.on(vertx.close());
    }
  }
}
