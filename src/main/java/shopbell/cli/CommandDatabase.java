package shopbell.cli;

import io.vertx.core.Vertx;
import shopbell.store.DatabaseLifecycle;
import shopbell.store.sql.Database;

/** The database of one command, which may be in use by a running server; it is closed when the work has ended. */
final class CommandDatabase {
  private CommandDatabase() {}

  /** The work of a command on its own thread; it may wait. */
  interface Work<T> {
    T on(Vertx vertx, Database database) throws Exception;
  }

  /** Opens the database at {@code url}, with its schema up to date, and returns the result of {@code work}. */
  static <T> T with(String url, Work<T> work) throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      DatabaseLifecycle store = BlockingWait.on(DatabaseLifecycle.join(vertx, url));
      try {
        return work.on(vertx, store.database());
      } finally {
        BlockingWait.on(store.close());
      }
    } finally {
      BlockingWait.on(vertx.close());
    }
  }
}
