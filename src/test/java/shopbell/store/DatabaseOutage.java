package shopbell.store;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import shopbell.Waiting;

/** A database that refuses connections for a while, and terminates open ones. */
public final class DatabaseOutage {
  private final Vertx vertx = Vertx.vertx();
  private final PgConnection admin;
  private final String name;

  private DatabaseOutage(String url) {
    name = url.substring(url.lastIndexOf('/') + 1);
    String server = url.substring(0, url.lastIndexOf('/')) + "/postgres";
    admin = Waiting.on(PgConnection.connect(vertx, PgConnectOptions.fromUri(server)));
  }

  /** Makes the database of {@code url} unreachable until {@link #end}. */
  public static DatabaseOutage of(String url) {
    DatabaseOutage databaseOutage = new DatabaseOutage(url);
    databaseOutage.allow(false);
    String end = "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
        + databaseOutage.name + "'";
    Waiting.on(databaseOutage.admin.query(end).execute());
    return databaseOutage;
  }

  private void allow(boolean so) {
    Waiting.on(
        admin.query("alter database " + name + " allow_connections " + so).execute());
  }

  /** Allows connections again. */
  public void end() {
    allow(true);
    Waiting.on(admin.close());
    Waiting.on(vertx.close());
  }
}
