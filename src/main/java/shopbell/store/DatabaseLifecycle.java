package shopbell.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import shopbell.store.embedded.EmbeddedPostgres;
import shopbell.store.sql.Database;

/** The database of {@code database.url}; a private one is started and stopped with it. */
public final class DatabaseLifecycle {
  private static final String EMBEDDED = "embedded:";

  private final Vertx vertx;
  private final Optional<EmbeddedPostgres> own;
  private final Database database;

  private DatabaseLifecycle(Vertx vertx, Optional<EmbeddedPostgres> own, Database database) {
    this.vertx = vertx;
    this.own = own;
    this.database = database;
  }

  /** Starts the private server if configured, connects, and upgrades the schema. */
  public static Future<DatabaseLifecycle> open(Vertx vertx, String url) {
    if (!url.startsWith(EMBEDDED)) {
      return Database.open(vertx, url)
          .map(database -> new DatabaseLifecycle(vertx, Optional.empty(), database));
    }
    Path folder = Path.of(url.substring(EMBEDDED.length()));
    return vertx
        .executeBlocking(() -> EmbeddedPostgres.start(folder))
        .compose(server -> Database.open(vertx, server.url())
            .map(database -> new DatabaseLifecycle(vertx, Optional.of(server), database))
            .onFailure(failure -> close(vertx, server)));
  }

  /** Connects to a server that runs already: commands use it while the program serves. */
  public static Future<DatabaseLifecycle> join(Vertx vertx, String url) {
    if (!url.startsWith(EMBEDDED)) {
      return open(vertx, url);
    }
    Path folder = Path.of(url.substring(EMBEDDED.length()));
    return vertx
        .executeBlocking(() -> running(folder))
        .compose(found -> found.isPresent() ? open(vertx, found.get()) : open(vertx, url));
  }

  private static Optional<String> running(Path folder) throws IOException {
    return EmbeddedPostgres.ownedByAnother(folder)
        ? EmbeddedPostgres.running(folder)
        : Optional.empty();
  }

  /** The database that is open. */
  public Database database() {
    return database;
  }

  /** Restarts the private server when it has died; false when there is none or it runs. */
  public Future<Boolean> revive() {
    return own.map(server -> vertx.executeBlocking(server::revive))
        .orElseGet(() -> Future.succeededFuture(false));
  }

  /** Connections first, then the private server. */
  public Future<Void> close() {
    return database
        .close()
        .transform(
            closed -> own.map(server -> close(vertx, server)).orElseGet(Future::succeededFuture));
  }

  private static Future<Void> close(Vertx vertx, EmbeddedPostgres server) {
    return vertx.executeBlocking(() -> {
      server.close();
      return null;
    });
  }
}
