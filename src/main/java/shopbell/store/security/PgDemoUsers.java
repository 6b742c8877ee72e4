package shopbell.store.security;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import shopbell.security.Passwords;
import shopbell.store.sql.Database;

/**
 * The demo's users, whose password is public in the documentation: they can sign in while the demo runs, and at no
 * other time.
 */
public final class PgDemoUsers {
  private static final String MARK = """
      insert into demo_user (name, secret) select name, secret from app_user where name = any($1)
      on conflict (name) do update set secret = excluded.secret
      """;

  /** A user with a new password of their own is no demo user any more. */
  private static final String LOCK = """
      with locked as (
        update app_user u set secret = $1 from demo_user d where d.name = u.name and d.secret = u.secret)
      , ended as (
        delete from session s using demo_user d, app_user u
        where s.name = d.name and u.name = d.name and u.secret in (d.secret, $1))
      select count(*) from app_user u join demo_user d on d.name = u.name and u.secret in (d.secret, $1)
      """;

  private static final String UNLOCK =
      "update app_user u set secret = d.secret from demo_user d where d.name = u.name and u.secret = $1";

  private static final String TABLES = """
      select to_regclass('demo_user') is not null as demo,
        to_regclass('app_user') is not null and to_regclass('customer') is not null as ours,
        exists (select from pg_class c where c.relkind in ('r', 'p', 'v', 'm')
          and c.relnamespace in (select oid from pg_namespace where nspname = any(current_schemas(false)))) as used
      """;

  private final Database database;

  public PgDemoUsers(Database database) {
    this.database = database;
  }

  /** Records the passwords of {@code names} as the demo's. */
  public Future<Void> mark(List<String> names) {
    Tuple listed = Tuple.tuple().addArrayOfString(names.toArray(String[]::new));
    return database.query(MARK, listed).mapEmpty();
  }

  /** Disables all demo passwords and ends their sessions; returns how many were disabled. */
  public Future<Integer> lock() {
    return database
        .query(LOCK, Tuple.of(Passwords.NONE))
        .map(rows -> rows.iterator().next().getInteger(0));
  }

  /** Enables the disabled demo passwords again. */
  public Future<Void> unlock() {
    return database.query(UNLOCK, Tuple.of(Passwords.NONE)).mapEmpty();
  }

  /** Whether the demo has marked this database, or it is still unused. */
  public Future<Boolean> free() {
    return database
        .query(
            "select exists (select from demo_user) or not exists (select from app_user) and not exists (select from customer)",
            Tuple.tuple())
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  /**
   * As {@link #free()}, for a PostgreSQL at {@code url} that may belong to another application; nothing is written
   * there.
   */
  public static Future<Boolean> free(Vertx vertx, String url) {
    return PgConnection.connect(vertx, PgConnectOptions.fromUri(url))
        .compose(connection -> free(connection).eventually(connection::close));
  }

  private static Future<Boolean> free(SqlConnection connection) {
    return connection.query(TABLES).execute().compose(rows -> {
      var row = rows.iterator().next();
      if (!row.getBoolean("ours")) {
        return Future.succeededFuture(!row.getBoolean("used"));
      }
      String marked = row.getBoolean("demo") ? "exists (select from demo_user) or " : "";
      return connection
          .query("select " + marked
              + "not exists (select from app_user) and not exists (select from customer)")
          .execute()
          .map(found -> found.iterator().next().getBoolean(0));
    });
  }
}
