package shopbell.store.sql;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.security.Tokens;

/**
 * Upgrades a database to this program's schema; safe when several processes start at once. Checksums (SHA-256) of the
 * applied files are stored, so that a changed file is found before it does harm (docs/adr/0003-checksums.md).
 */
public final class Migrations {
  /** In order; a file that has been released is never changed. */
  public static final List<String> FILES = List.of(
      "V1__create.sql",
      "V2__identity.sql",
      "V4__insight.sql",
      "V5__privacy.sql",
      "V6__month.sql",
      "V7__keep.sql",
      "V8__search.sql",
      "V9__consent.sql",
      "V10__tell.sql",
      "V11__answers.sql",
      "V12__quarter.sql",
      "V13__payload.sql",
      "V14__guesses.sql",
      "V15__duty.sql",
      "V16__claimed.sql",
      "V17__find.sql",
      "V18__worth.sql",
      "V21__accounts.sql",
      "V22__mailbox.sql",
      "V23__distinction.sql",
      "V24__handle_form.sql",
      "V31__id_reuse.sql",
      "V32__parent.sql",
      "V40__server_secret.sql",
      "V41__heartbeat.sql",
      "V42__looks_and_keys.sql",
      "V43__audit.sql",
      "V44__sessions.sql",
      "V45__second_factor.sql",
      "V46__demo_users.sql",
      "V47__look_at_payload.sql",
      "V48__erased.sql",
      "V49__audit_grants.sql",
      "V50__decisions.sql",
      "V51__prediction_models.sql",
      "V52__reason_quality.sql",
      "V53__customer_details.sql",
      "V54__cues.sql");

  /** Queried first, because {@code if not exists} logs a notice at each start. */
  private static final String LIST = """
      do $$ begin
        if to_regclass('migration') is null then
          create table migration (name text primary key, at timestamptz not null default now(), checksum text);
        elsif not exists (select from pg_attribute where attrelid = 'migration'::regclass and attname = 'checksum') then
          alter table migration add column checksum text;
        end if;
      end $$
      """;

  private static final long LOCK = 0x5348_4f50_4245_4c4cL;

  private Migrations() {}

  /** Applies all missing files in one transaction under an advisory lock; after a failure close the connection. */
  public static Future<Void> apply(SqlConnection connection) {
    return apply(connection, FILES);
  }

  /** Applies the first {@code files} only, in order, as an earlier release did. */
  public static Future<Void> apply(SqlConnection connection, List<String> files) {
    return connection
        .begin()
        .compose(transaction -> connection
            .preparedQuery("select pg_advisory_xact_lock($1)")
            .execute(Tuple.of(LOCK))
            .compose(locked -> connection.query(LIST).execute())
            .compose(made -> missing(connection, files))
            .compose(there -> transaction.commit()));
  }

  private static Future<Void> missing(SqlConnection connection, List<String> files) {
    return connection.query("select name, checksum from migration").execute().compose(rows -> {
      Map<String, Optional<String>> applied = new HashMap<>();
      rows.forEach(row ->
          applied.put(row.getString("name"), Optional.ofNullable(row.getString("checksum"))));
      Future<Void> done = Future.succeededFuture();
      for (String file : files) {
        String text = read(file);
        done = done.compose(before -> applied.containsKey(file)
            ? checked(connection, file, text, applied.get(file))
            : run(connection, file, text));
      }
      return done;
    });
  }

  /** A database of a release without checksums gets them; a different one stops the start. */
  private static Future<Void> checked(
      SqlConnection connection, String file, String text, Optional<String> applied) {
    String checksum = Tokens.hash(text);
    if (applied.isEmpty()) {
      return connection
          .preparedQuery("update migration set checksum = $2 where name = $1")
          .execute(Tuple.of(file, checksum))
          .mapEmpty();
    }
    return applied.get().equals(checksum)
        ? Future.succeededFuture()
        : Future.failedFuture(
            new IllegalStateException("The database was upgraded with another " + file
                + " than this program has: start the release that upgraded it, or a newer one."));
  }

  private static Future<Void> run(SqlConnection connection, String file, String text) {
    return connection
        .query(text)
        .execute()
        .compose(done -> connection
            .preparedQuery("insert into migration (name, checksum) values ($1, $2)")
            .execute(Tuple.of(file, Tokens.hash(text))))
        .mapEmpty();
  }

  private static String read(String file) {
    try (InputStream in = Migrations.class.getResourceAsStream("/db/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
