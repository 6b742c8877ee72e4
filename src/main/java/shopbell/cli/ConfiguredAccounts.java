package shopbell.cli;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import shopbell.security.AuditEntry;
import shopbell.security.NewPassword;
import shopbell.security.Passwords;
import shopbell.security.Users;
import shopbell.store.security.PgAuditLog;
import shopbell.store.security.PgSecondFactors;
import shopbell.store.security.PgUsers;

/** The accounts in the configured database, opened for one command. */
final class ConfiguredAccounts {
  /** The work of a command; {@code hash} hashes a password. */
  interface Work<T> {
    Future<T> on(Users users, Function<NewPassword, Future<String>> hash);
  }

  private ConfiguredAccounts() {}

  static <T> T run(ConfigOption config, Work<T> work) throws Exception {
    return CommandDatabase.with(config.database(), (vertx, database) -> {
      Users users =
          new AuditedUsers(new PgUsers(database), new PgAuditLog(database), InstantSource.system());
      return BlockingWait.on(work.on(users, new Passwords(vertx)::hash));
    });
  }

  /** Ends the sessions too; false when {@code name} has no second factor. */
  static boolean resetSecondFactor(ConfigOption config, String name) throws Exception {
    AuditEntry reset = AuditEntry.onCommandLine(
        Instant.now(),
        AuditEntry.AuditKind.SECOND_FACTOR_REMOVED,
        name,
        Optional.empty(),
        Optional.empty());
    return CommandDatabase.with(
        config.database(),
        (vertx, database) -> BlockingWait.on(new PgSecondFactors(database)
            .reset(name)
            .compose(was -> was
                ? new PgAuditLog(database).write(reset).map(true)
                : Future.succeededFuture(false))));
  }

  /** The hash of {@code password}, where there is one. */
  static Future<Optional<String>> hashed(
      Optional<NewPassword> password, Function<NewPassword, Future<String>> hash) {
    return password
        .map(secret -> hash.apply(secret).map(Optional::of))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }
}
