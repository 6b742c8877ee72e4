package shopbell.store.security;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;
import shopbell.store.DirectQueries;
import shopbell.store.TestDatabase;
import shopbell.store.sql.Database;
import shopbell.store.sql.Notifications;

/** What the database tells every process at once: changed accounts and keys, ended sessions. */
class AccountNotificationsIT {
  private static final List<String> HEARD = new CopyOnWriteArrayList<>();

  private static Vertx vertx;
  private static Notifications notifications;
  private static DirectQueries database;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
    Database opened = TestDatabase.open(vertx);
    database = new DirectQueries(opened);
    notifications = new Notifications(opened);
    for (String channel :
        List.of(Notifications.ACCOUNTS, Notifications.SESSION_ENDED, Notifications.KEYS)) {
      notifications.on(
          channel, () -> HEARD.add("listens"), payload -> HEARD.add(channel + payload));
    }
    Waiting.on(notifications.open());
    Waiting.until("all channels are open", () -> HEARD.size() >= 3);
  }

  @AfterAll
  static void close() {
    Waiting.on(notifications.close());
    Waiting.on(vertx.close());
  }

  private static void heard(String notification) {
    Waiting.until(notification, () -> HEARD.contains(notification));
  }

  @Test
  void aChangedAccountAndASessionThatEndsBeforeItsTimeAreToldToEveryProcess() {
    database.text(
        "insert into app_user (name, role, secret) values ('anna', 'agent', 'x') returning 1");
    heard("shopbell_accounts");
    database.text("""
        insert into session (token, name, expires_at)
        values ('old', 'anna', now() - interval '1 hour'), ('young', 'anna', now() + interval '1 hour') returning 1
        """);
    database.text("delete from session where token = 'old' returning 1");
    database.text("delete from session where token = 'young' returning 1");
    heard("shopbell_session_endedyoung");
    assertFalse(HEARD.contains("shopbell_session_endedold"));
  }

  @Test
  void aChangedKeyIsToldToEveryProcess() {
    database.text(
        "insert into api_key (name, scope, hash, made_at) values ('k', 'read', 'h', now()) returning 1");
    heard("shopbell_keys");
  }
}
