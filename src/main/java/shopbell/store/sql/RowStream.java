package shopbell.store.sql;

import io.vertx.core.Future;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Reads a cursor as fast as its rows are processed, so that only one part of them is in memory. */
final class RowStream {
  private static final int PART = 100;

  /** The first part waits for the statement's sorting. */
  private static final int READ_SECONDS = 120;

  /** After this time without progress the consumer is considered gone, and the connection is released. */
  private static final int TAKEN_SECONDS = 30;

  private RowStream() {}

  static Future<Void> all(Cursor cursor, Function<RowSet<Row>, Future<Void>> each) {
    return next(cursor, each, true).eventually(cursor::close);
  }

  private static Future<Void> next(
      Cursor cursor, Function<RowSet<Row>, Future<Void>> each, boolean first) {
    return cursor.read(PART).timeout(READ_SECONDS, TimeUnit.SECONDS).compose(rows -> {
      Future<Void> taken = rows.size() == 0 && !first
          ? Future.succeededFuture()
          : each.apply(rows).timeout(TAKEN_SECONDS, TimeUnit.SECONDS);
      return taken.compose(
          done -> cursor.hasMore() ? next(cursor, each, false) : Future.succeededFuture());
    });
  }
}
