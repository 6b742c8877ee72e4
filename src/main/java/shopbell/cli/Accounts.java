package shopbell.cli;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import shopbell.StoreAccess;
import shopbell.security.Passwords;
import shopbell.security.Users;
import shopbell.store.PgAudit;
import shopbell.store.PgUsers;

/** The accounts in the configured database, for as long as one command takes. */
final class Accounts {
  /** What a command does; {@code hash} makes the hash of a password. */
  interface Work<T> {
    Future<T> on(Users users, Function<String, Future<String>> hash);
  }

  private Accounts() {}

  static <T> T run(ConfigOption config, Work<T> work) throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      StoreAccess store = Waiting.on(StoreAccess.join(vertx, config.read().text("database.url")));
      try {
        Users users = new AuditedUsers(
            new PgUsers(store.database()), new PgAudit(store.database()), InstantSource.system());
        return Waiting.on(work.on(users, new Passwords(vertx)::hash));
      } finally {
        Waiting.on(store.close());
      }
    } finally {
      Waiting.on(vertx.close());
    }
  }

  /** The hash of {@code password}, where there is one. */
  static Future<Optional<String>> hashed(
      Optional<String> password, Function<String, Future<String>> hash) {
    return password
        .map(secret -> hash.apply(secret).map(Optional::of))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }
}
