package shopbell.store.sql;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Upgrades a database to this program's schema; safe when several processes start at once. */
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
      "V49__audit_grants.sql");

  /** Queried first, because {@code if not exists} logs a notice at each start. */
  private static final String LIST = """
      do $$ begin
        if to_regclass('migration') is null then
          create table migration (name text primary key, at timestamptz not null default now());
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
    return connection.query("select name from migration").execute().compose(rows -> {
      Future<Void> done = Future.succeededFuture();
      List<String> there = new java.util.ArrayList<>();
      rows.forEach(row -> there.add(row.getString(0)));
      for (String file : files) {
        if (!there.contains(file)) {
          done = done.compose(before -> run(connection, file));
        }
      }
      return done;
    });
  }

  private static Future<Void> run(SqlConnection connection, String file) {
    return connection
        .query(read(file))
        .execute()
        .compose(done -> connection
            .preparedQuery("insert into migration (name) values ($1)")
            .execute(Tuple.of(file)))
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
